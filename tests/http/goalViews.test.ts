/* Whatever is on a goal: what leaves the house with it depends on who reads it, and on nothing else. */
import fc from 'fast-check';
import { NotFound } from '../../bot/app/ports.ts';
import { goalSchema } from '../../bot/contract/goal.ts';
import { audiences, type Goal } from '../../bot/domain/goal.ts';
import { standingOf } from '../../bot/domain/goalCircle.ts';
import { askView, goalView } from '../../bot/http/goalViews.ts';
import { aKudosId, aPerson, aRoster, idOf, noon } from '../support/builders.ts';
import { aCheckIn, aGoal, aStep, aSupporter, everybody } from '../support/buildersOfGoals.ts';

const roster = aRoster(...everybody);
const others = everybody.slice(1);
const some = fc.subarray(others);

const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    audience: fc.constantFrom(...audiences),
    named: fc.array(
      fc.tuple(fc.constantFrom(...others), fc.constantFrom('asked' as const, 'accepted' as const, 'declined' as const)),
    ),
    cheers: some,
    helpers: some,
    status: fc.constantFrom('open' as const, 'reached' as const),
  })
  .map(({ audience, named, cheers, helpers, status }) =>
    aGoal(
      { audience, steps: [aStep('One'), aStep('Two', true)], ask: 'Time', askToTeam: true },
      {
        status,
        supporters: [...new Map(named)].map(([name, answer]) => aSupporter(name, answer)),
        cheers: cheers.map((name) => ({ ...aPerson(name), at: noon })),
        helpers: helpers.map((name) => ({ ...aPerson(name), at: noon })),
        evidence: [aKudosId()],
        checkIns: [aCheckIn({ at: noon })],
        closings: status === 'open' ? [] : [{ status, learned: 'x', helpedBy: [], at: noon }],
      },
    ),
  );

test('a goal leaves only for those who may see it, and never without the contract', () => {
  fc.assert(
    fc.property(anyGoal, fc.constantFrom(...everybody), (goal, name) => {
      const view = () => goalView(goal, idOf(name), roster);

      if (standingOf(goal, idOf(name)) === null) expect(view).toThrow(NotFound);
      else expect(goalSchema.strict().parse(view())).toMatchObject({ standing: standingOf(goal, idOf(name)) });
    }),
  );
});

test('who answered what, who offered help and what was attached leaves for the owner alone; a no leaves for nobody', () => {
  fc.assert(
    fc.property(anyGoal, fc.constantFrom(...others), (goal, name) => {
      const mine = goalView(goal, goal.owner.id, roster);
      expect(JSON.stringify(mine)).not.toContain('declined');
      expect(mine.helpers.map(({ id }) => id)).toEqual(goal.helpers.map(({ id }) => id));

      const standing = standingOf(goal, idOf(name));
      if (standing === null) return;
      const theirs = goalView(goal, idOf(name), roster);
      expect(theirs.supporters).toEqual(goal.supporters.map(({ id, name }) => ({ id, name })));
      expect(theirs.helpers.every(({ id }) => id === idOf(name))).toBe(true);
      expect([theirs.evidence, theirs.askToTeam]).toEqual([undefined, undefined]);
      if (standing !== 'supporter') expect(theirs.cheers).toEqual([]);
    }),
  );
});

test('whether somebody said no makes no difference to what anybody else reads', () => {
  fc.assert(
    fc.property(anyGoal, fc.constantFrom(...everybody), (goal, name) => {
      const before = {
        ...goal,
        supporters: [...goal.supporters.filter(({ id }) => id !== idOf('Mei')), aSupporter('Mei', 'asked')],
      };
      const after = {
        ...goal,
        supporters: [...goal.supporters.filter(({ id }) => id !== idOf('Mei')), aSupporter('Mei', 'declined')],
      };

      if (name === 'Mei' || standingOf(before, idOf(name)) === null) return;
      expect(goalView(after, idOf(name), roster)).toEqual(goalView(before, idOf(name), roster));
    }),
  );
});

test('what the team sees of my goal is what anybody sees who is nobody special', () => {
  fc.assert(
    fc.property(anyGoal, (goal) => {
      const shared = { ...goal, audience: 'team' as const, supporters: [], helpers: [] };
      expect(goalView(shared, null, roster)).toEqual(goalView(shared, idOf('Nadia'), roster));
    }),
  );
});

test('an ask says who asks and what, and of those who offered only whether I did', () => {
  const ask = {
    id: aGoal().id,
    owner: aPerson('Amara'),
    text: 'Time',
    helpers: [{ ...aPerson('Mei'), at: noon }],
    at: noon,
  };
  const line = { id: ask.id, owner: { id: idOf('Amara'), name: 'Amara' }, text: 'Time', at: noon.toISOString() };

  expect(askView(ask, idOf('Mei'), roster)).toEqual({ ...line, offered: true });
  expect(askView(ask, idOf('Lukas'), roster)).toEqual({ ...line, offered: false });
  expect(askView(ask, null, roster)).toEqual({ ...line, offered: false });
});
