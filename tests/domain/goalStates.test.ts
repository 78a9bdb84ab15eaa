/* Whatever anybody does to a goal, in any order: what must always hold. */
import fc from 'fast-check';
import {
  attachEvidence,
  audiences,
  checkIn,
  closeGoal,
  type Confidence,
  detachEvidence,
  editGoal,
  type Goal,
  type GoalEdit,
  goalLimits,
  progressOf,
  reopenGoal,
  tickStep,
} from '../../bot/domain/goal.ts';
import {
  answerOwner,
  askOf,
  cheer,
  cheersOf,
  circleOf,
  isWider,
  mayReadAsk,
  offerHelp,
  readsSince,
  standingOf,
  takeCheerBack,
  takeOfferBack,
} from '../../bot/domain/goalCircle.ts';
import { entryId, kudosId, type PersonId } from '../../bot/domain/ids.ts';
import { Refusal } from '../../bot/domain/refusal.ts';
import { aMember, idOf, laterBy } from '../support/builders.ts';
import { aGoal, aGoalEdit, aGoalScene, aStep, everybody } from '../support/buildersOfGoals.ts';

type Deed = {
  readonly name: string;
  readonly by: string;
  readonly edit?: GoalEdit;
  does(goal: Goal, now: Date): Goal;
};

const others = everybody.slice(1);
const steps = ['One', 'Two', 'Three'].map((text) => aStep(text));
const ids = Array.from({ length: 4 }, (_, at) => `0000000${at}-0000-4000-8000-000000000000`);

const anEdit: fc.Arbitrary<GoalEdit> = fc
  .record({
    title: fc.constantFrom('Estimate aloud', 'Listen longer'),
    steps: fc
      .subarray(steps)
      .chain((some) =>
        fc
          .array(fc.boolean(), { minLength: 3, maxLength: 3 })
          .map((done) => some.map((step, at) => ({ ...step, done: done[at]! }))),
      ),
    ask: fc.constantFrom('', 'Time', 'A quiet room'),
    askToTeam: fc.boolean(),
    audience: fc.constantFrom(...audiences),
    supporters: fc.subarray(others).map((names) => names.map(idOf)),
  })
  .map((of) => aGoalEdit(of));

const person = fc.oneof(
  { weight: 2, arbitrary: fc.constant('Amara') },
  { weight: 3, arbitrary: fc.constantFrom(...others) },
);
const said = { learned: 'x', helpedBy: [] };
const deeds: Record<string, (by: PersonId, name: string) => fc.Arbitrary<Omit<Deed, 'name' | 'by'>>> = {
  edit: (by) => anEdit.map((edit) => ({ edit, does: (goal, now) => editGoal(goal, edit, by, aGoalScene({ now })) })),
  tick: (by) =>
    fc
      .record({ step: fc.constantFrom(...steps), done: fc.boolean() })
      .map(({ step, done }) => ({ does: (goal) => tickStep(goal, step.id, done, by) })),
  checkIn: (by) =>
    fc
      .record({
        ticked: fc.subarray(steps.map(({ id }) => id)),
        confidence: fc.constantFrom<Confidence>(1, 2, 3, 4, 5),
      })
      .map(({ ticked, confidence }) => ({
        does: (goal, now) => checkIn(goal, { id: entryId(ids[0]!), learned: 'x', confidence }, ticked, by, now),
      })),
  reach: (by) => fc.constant({ does: (goal, now) => closeGoal(goal, 'reached', said, by, aGoalScene({ now })) }),
  drop: (by) => fc.constant({ does: (goal, now) => closeGoal(goal, 'dropped', said, by, aGoalScene({ now })) }),
  reopen: (by) => fc.constant({ does: (goal) => reopenGoal(goal, by) }),
  attach: (by) =>
    fc.constantFrom(...ids).map((id) => ({ does: (goal) => attachEvidence(goal, kudosId(id), true, by) })),
  detach: (by) => fc.constantFrom(...ids).map((id) => ({ does: (goal) => detachEvidence(goal, kudosId(id), by) })),
  accept: (by) => fc.constant({ does: (goal) => answerOwner(goal, by, true) }),
  leave: (by) => fc.constant({ does: (goal) => answerOwner(goal, by, false) }),
  cheer: (_, name) => fc.constant({ does: (goal, now) => cheer(goal, aMember(name), now) }),
  uncheer: (by) => fc.constant({ does: (goal) => takeCheerBack(goal, by) }),
  // Who may not read an ask gets no further.
  offer: (by, name) =>
    fc.constant({ does: (goal, now) => (mayReadAsk(goal, by) ? offerHelp(goal, aMember(name), now) : goal) }),
  unoffer: (by) => fc.constant({ does: (goal) => (mayReadAsk(goal, by) ? takeOfferBack(goal, by) : goal) }),
};

const aDeed: fc.Arbitrary<Deed> = fc
  .tuple(fc.constantFrom(...Object.keys(deeds)), person)
  .chain(([name, by]) => deeds[name]!(idOf(by), by).map((deed) => ({ ...deed, name, by })));

type Moment = { readonly deed: Deed; readonly before: Goal; readonly after: Goal };

/** Every moment of a life of a goal in which something changed. Nothing that was handed in is ever written to. */
function lives(look: (moment: Moment) => void) {
  fc.assert(
    fc.property(anEdit, fc.array(aDeed, { minLength: 5, maxLength: 40 }), (edit, all) => {
      let goal = aGoal(edit);
      all.forEach((deed, at) => {
        const before = frozen(goal);
        try {
          goal = deed.does(before, laterBy(at + 1));
        } catch (trouble) {
          if (!(trouble instanceof Refusal)) throw trouble;
        }
        if (goal !== before) look({ deed, before, after: goal });
      });
    }),
    { numRuns: 300 },
  );
}

function frozen<Thing>(thing: Thing): Thing {
  if (typeof thing === 'object' && thing !== null && !Object.isFrozen(thing))
    Object.values(Object.freeze(thing)).forEach(frozen);
  return thing;
}

const seeing = (goal: Goal) => everybody.filter((name) => standingOf(goal, idOf(name)) !== null);
const gained = ({ before, after }: Moment) => seeing(after).filter((name) => !seeing(before).includes(name));
const asked = ({ audience, supporters }: Goal) => ({ audience, supporters: supporters.map(({ id }) => id) });
const words = ({ title, outcome, why, dueOn, steps, ifThen, ask, askToTeam, audience, status, supporters }: Goal) =>
  JSON.stringify([
    title,
    outcome,
    why,
    dueOn,
    steps,
    ifThen,
    ask,
    askToTeam,
    audience,
    status,
    supporters.map(({ id }) => id),
  ]);

test('who may see a goal and its circle are the same people', () => {
  lives(({ after }) => {
    const circle = circleOf(after);
    const expected = everybody.filter((name) => name === 'Amara' || (circle?.includes(idOf(name)) ?? true));
    expect(seeing(after)).toEqual(expected);
  });
});

test('nothing ever comes into sight of anybody but by an edit of its owner, which was wider then', () => {
  lives((moment) => {
    if (gained(moment).length === 0) return;
    expect(moment.deed).toMatchObject({ name: 'edit', by: 'Amara' });
    expect(isWider(asked(moment.before), asked(moment.after))).toBe(true);
  });
});

test('an edit is wider exactly when somebody gains sight, as far as the owner can know', () => {
  lives((moment) => {
    if (moment.deed.name !== 'edit') return;
    // A silent no is asked again in vain, and the owner is not to learn of it: they are warned as if it were heard.
    const isSilent = ({ supporters }: Goal) => supporters.some(({ answer }) => answer === 'declined');
    if (isSilent(moment.before) || isSilent(moment.after)) return;
    // Also when everybody supports it already: the team is more than who is in it today.
    const isForLater = (goal: Goal) => standingOf(goal, idOf('Somebody new')) !== null;
    const isGained = gained(moment).length > 0 || (isForLater(moment.after) && !isForLater(moment.before));
    expect(isWider(asked(moment.before), asked(moment.after))).toBe(isGained);
  });
});

test('an ask comes into sight only by its owner, and of a hidden goal only when they said so', () => {
  lives(({ deed, before, after }) => {
    for (const name of others) {
      const may = mayReadAsk(after, idOf(name));
      if (may && !mayReadAsk(before, idOf(name)))
        expect([deed.by, ['edit', 'reopen']]).toEqual(['Amara', expect.arrayContaining([deed.name])]);
      if (may && standingOf(after, idOf(name)) === null) expect(after.askToTeam).toBe(true);
    }
    expect(Object.keys(askOf(after) ?? {})).toEqual(askOf(after) ? ['id', 'owner', 'text', 'helpers', 'at'] : []);
  });
});

test('comments are for the owner and those who support now, and for nobody from before they were asked', () => {
  lives(({ after }) => {
    for (const name of others) {
      const since = readsSince(after, idOf(name));
      const supporter = after.supporters.find(({ id }) => id === idOf(name));
      expect(since !== null).toBe(standingOf(after, idOf(name)) === 'supporter');
      if (since) expect(since).toEqual(supporter!.since);
    }
  });
});

test('what the owner wrote is changed by the owner alone, and every change of it counts', () => {
  lives(({ deed, before, after }) => {
    expect(after.edition).toBeGreaterThanOrEqual(before.edition);
    expect(after.edition - before.edition).toBeLessThanOrEqual(1);
    if (words(before) !== words(after)) expect(after.edition).toBe(before.edition + 1);
    if (deed.by !== 'Amara') {
      expect(words(after)).toBe(words(before));
      for (const part of ['edition', 'checkIns', 'closings', 'evidence', 'owner', 'id', 'createdAt'] as const)
        expect(after[part]).toBe(before[part]);
    }
  });
});

test('what others did is their own: a cheer and an offer are in nobody else’s name', () => {
  lives(({ deed, before, after }) => {
    const added = (part: 'cheers' | 'helpers') =>
      after[part].filter(({ id }) => !before[part].some((known) => known.id === id)).map(({ id }) => id);
    for (const id of [...added('cheers'), ...added('helpers')]) expect([id, deed.by]).toEqual([idOf(deed.by), deed.by]);
    expect(cheersOf(after).length).toBeLessThanOrEqual(after.cheers.length);
  });
});

test('a closed goal never changes but by being opened again, and by supporters who go', () => {
  lives(({ deed, before, after }) => {
    if (before.status === 'open' || deed.name === 'reopen') return;
    const { supporters: _supporters, cheers: _cheers, ...memory } = after;
    expect(before).toMatchObject(memory);
    expect(deed.name).toBe('leave');
    expect(standingOf(after, idOf(deed.by))).toBe(after.audience === 'team' ? 'team' : null);
  });
});

test('progress is steps done of all steps, and no more of anything is kept than fits', () => {
  lives(({ after }) => {
    for (const { done, total } of [progressOf(after), ...after.checkIns.map(({ progress }) => progress)]) {
      expect(Number.isInteger(done) && done >= 0 && done <= total && total <= goalLimits.steps).toBe(true);
    }
    expect(after.checkIns.length).toBeLessThanOrEqual(goalLimits.checkIns);
    expect(after.closings.length).toBeLessThanOrEqual(goalLimits.closings);
    expect(after.status === 'open' || after.closings[0]!.status === after.status).toBe(true);
    expect([...after.checkIns].sort((one, other) => other.at.getTime() - one.at.getTime())).toEqual(after.checkIns);
  });
});
