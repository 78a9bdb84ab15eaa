import {
  attachEvidence,
  checkIn,
  closeGoal,
  detachEvidence,
  editGoal,
  type GoalEdit,
  goalLimits,
  nextStepOf,
  progressOf,
  reopenGoal,
  saysTheSame,
  standsAt,
  startGoal,
  tickStep,
} from '../../bot/domain/goal.ts';
import type { RefusalCode } from '../../bot/domain/refusal.ts';
import { aKudosId, aMember, aPerson, aRoster, idOf, laterBy, noon } from '../support/builders.ts';
import {
  aGoal,
  aGoalEdit,
  aGoalId,
  aGoalScene,
  amara,
  anEntryId,
  aStep,
  stepIdOf,
} from '../support/buildersOfGoals.ts';
import { refusalOf } from '../support/refusal.ts';

const [mei, lukas] = [idOf('Mei'), idOf('Lukas')];
const nothingSaid = { learned: '', helpedBy: [] };
const reached = (of = aGoal(), at = laterBy(60)) =>
  closeGoal(of, 'reached', nothingSaid, amara, aGoalScene({ now: at }));

test('a goal begins as it was written: open, with nobody around it who was not asked', () => {
  const id = aGoalId();
  const edit = aGoalEdit({
    outcome: 'I say a range before anybody asks',
    steps: [aStep('Ask two people'), aStep('Try it once')],
    ifThen: { if: 'somebody asks how long', then: 'I say a range' },
    audience: 'supporters',
    supporters: [mei, lukas, mei],
  });

  const goal = startGoal(edit, { ...aGoalScene(), id, owner: aMember('Amara', { owner: true }) });

  expect(goal).toEqual({
    ...edit,
    id,
    owner: aPerson('Amara'),
    status: 'open',
    supporters: [
      { ...aPerson('Mei'), answer: 'asked', since: noon },
      { ...aPerson('Lukas'), answer: 'asked', since: noon },
    ],
    cheers: [],
    helpers: [],
    evidence: [],
    checkIns: [],
    closings: [],
    edition: 1,
    createdAt: noon,
  });
});

const refused: [string, RefusalCode, Partial<GoalEdit>][] = [
  ['oneself', 'goal.supportsSelf', { supporters: [amara] }],
  ['oneself among others', 'goal.supportsSelf', { supporters: [mei, amara] }],
  ['somebody who is not in the team', 'goal.notInTeam', { supporters: [idOf('Stranger')] }],
];

test.each(refused)('a goal is not supported by %s', (_, code, edit) => {
  const begin = () => startGoal(aGoalEdit(edit), { ...aGoalScene(), id: aGoalId(), owner: aMember('Amara') });
  const change = () => editGoal(aGoal(), aGoalEdit(edit), amara, aGoalScene());

  expect([refusalOf(begin), refusalOf(change)]).toEqual([code, code]);
});

test('who is asked again keeps their answer and since when, also a silent no; who is not asked any more is out', () => {
  const before = aGoal(
    { supporters: [mei, lukas, idOf('Priya')], audience: 'supporters' },
    {
      supporters: [
        { ...aPerson('Mei'), answer: 'accepted', since: noon },
        { ...aPerson('Lukas'), answer: 'declined', since: noon },
        { ...aPerson('Priya'), answer: 'accepted', since: noon },
      ],
    },
  );

  const after = editGoal(
    before,
    aGoalEdit({ audience: 'supporters', supporters: [lukas, idOf('Nadia'), mei] }),
    amara,
    aGoalScene({ now: laterBy(60) }),
  );

  expect(after.supporters).toEqual([
    { ...aPerson('Lukas'), answer: 'declined', since: noon },
    { ...aPerson('Nadia'), answer: 'asked', since: laterBy(60) },
    { ...aPerson('Mei'), answer: 'accepted', since: noon },
  ]);
});

test('a supporter who left the team does not keep the owner from editing', () => {
  const goal = aGoal({ supporters: [mei], audience: 'supporters' });
  const withoutMei = aGoalScene({ roster: aRoster('Amara', 'Lukas') });

  const after = editGoal(goal, aGoalEdit({ title: 'Another', supporters: [mei] }), amara, withoutMei);

  expect(after.supporters).toEqual(goal.supporters);
});

test('an ask that is worded anew is another ask: nobody has offered to help with that yet', () => {
  const helpers = [{ ...aPerson('Mei'), at: noon }];
  const goal = aGoal({ ask: 'Somebody who reads my estimate' }, { helpers });

  const same = editGoal(goal, aGoalEdit({ title: 'Another title', ask: goal.ask }), amara, aGoalScene());
  const other = editGoal(goal, aGoalEdit({ ask: 'A quiet room' }), amara, aGoalScene());

  expect([same.helpers, other.helpers]).toEqual([helpers, []]);
});

test('two goals say the same when every word, step and name is the same; the order of names says nothing', () => {
  const edit = aGoalEdit({ steps: [aStep('One'), aStep('Two')], supporters: [mei, lukas], audience: 'supporters' });
  const goal = aGoal(edit);

  expect(saysTheSame(goal, { ...edit, supporters: [lukas, mei, lukas] })).toBe(true);
  const others: Partial<GoalEdit>[] = [
    { title: 'Another' },
    { outcome: 'x' },
    { why: 'x' },
    { dueOn: '2026-12-01' },
    { steps: [aStep('Two'), aStep('One')] },
    { steps: [aStep('One', true), aStep('Two')] },
    { ifThen: { if: 'x', then: '' } },
    { ask: 'x' },
    { askToTeam: true },
    { audience: 'team' },
    { supporters: [mei] },
  ];
  expect(others.filter((other) => saysTheSame(goal, { ...edit, ...other }))).toEqual([]);
});

test('a check-in remembers the steps as they stand, ticks those that were named, and leaves alone what is not there', () => {
  const goal = aGoal({ steps: [aStep('One'), aStep('Two'), aStep('Three', true)] });
  const said = { id: anEntryId(), learned: 'A range is enough', confidence: 4 } as const;

  const after = checkIn(goal, said, [stepIdOf('Two'), stepIdOf('Gone')], amara, laterBy(60));

  expect(after.checkIns).toEqual([{ ...said, progress: { done: 2, total: 3 }, at: laterBy(60) }]);
  expect(after.steps).toEqual([aStep('One'), aStep('Two', true), aStep('Three', true)]);
  expect([nextStepOf(goal), nextStepOf(after), progressOf(after)]).toEqual(['One', 'One', { done: 2, total: 3 }]);
});

test('a check-in counts as an edit only when it ticked a step: words that were typed meanwhile are not overtaken', () => {
  const goal = aGoal({ steps: [aStep('One'), aStep('Two', true)] });
  const said = { id: anEntryId(), learned: '', confidence: 1 } as const;

  const quiet = checkIn(goal, said, [stepIdOf('Two')], amara, noon);
  const ticking = checkIn(goal, said, [stepIdOf('One')], amara, noon);

  expect([quiet.edition, ticking.edition]).toEqual([1, 2]);
});

test('a goal keeps its last twelve check-ins, newest first', () => {
  const ids = Array.from({ length: 15 }, anEntryId);

  const goal = ids.reduce(
    (before, id, at) => checkIn(before, { id, learned: '', confidence: 3 }, [], amara, laterBy(at)),
    aGoal(),
  );

  expect(goal.checkIns.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, goalLimits.checkIns));
});

test('a step is ticked and unticked, and ticking twice is ticking once', () => {
  const goal = aGoal({ steps: [aStep('One'), aStep('Two')] });

  const done = tickStep(goal, stepIdOf('One'), true, amara);
  const twice = tickStep(done, stepIdOf('One'), true, amara);
  const undone = tickStep(twice, stepIdOf('One'), false, amara);

  expect(done.steps).toEqual([aStep('One', true), aStep('Two')]);
  expect(twice).toBe(done);
  expect(undone.steps).toEqual(goal.steps);
  expect(tickStep(goal, stepIdOf('Gone'), true, amara)).toBe(goal);
});

test('a goal is reached with what was learned and who helped; reaching twice is reaching once', () => {
  const said = { learned: 'To say a range', helpedBy: [mei, lukas, mei] };
  const goal = aGoal();

  const after = closeGoal(goal, 'reached', said, amara, aGoalScene({ now: laterBy(60) }));
  const twice = closeGoal(after, 'reached', { learned: 'Other words', helpedBy: [] }, amara, aGoalScene());

  const helpedBy = [aPerson('Mei'), aPerson('Lukas')];
  expect(after.closings).toEqual([{ status: 'reached', learned: said.learned, helpedBy, at: laterBy(60) }]);
  expect([after.status, standsAt(after)]).toEqual(['reached', laterBy(60)]);
  expect(twice).toBe(after);
});

test('only members of the team have helped', () => {
  const close = () => closeGoal(aGoal(), 'reached', { learned: '', helpedBy: [idOf('Stranger')] }, amara, aGoalScene());

  expect(refusalOf(close)).toBe('goal.notInTeam');
});

test('a closed goal is a memory: everything but opening it again is refused', () => {
  const goal = reached(aGoal({ steps: [aStep('One')] }, { evidence: [aKudosId()] }));
  const deeds = [
    () => editGoal(goal, aGoalEdit({ title: 'Other' }), amara, aGoalScene()),
    () => tickStep(goal, stepIdOf('One'), true, amara),
    () => checkIn(goal, { id: anEntryId(), learned: '', confidence: 3 }, [], amara, noon),
    () => closeGoal(goal, 'dropped', nothingSaid, amara, aGoalScene()),
    () => attachEvidence(goal, aKudosId(), true, amara),
    () => detachEvidence(goal, goal.evidence[0]!, amara),
  ];

  expect(deeds.map(refusalOf)).toEqual(deeds.map(() => 'goal.closed'));
});

test('a goal that is opened again keeps what was said when it ended, and stands where it began', () => {
  const goal = reached();

  const open = reopenGoal(goal, amara);
  const dropped = closeGoal(open, 'dropped', { ...nothingSaid, learned: 'Later' }, amara, aGoalScene());

  expect([open.status, open.closings, standsAt(open)]).toEqual(['open', goal.closings, goal.createdAt]);
  expect(reopenGoal(open, amara)).toBe(open);
  expect(dropped.closings.map(({ status }) => status)).toEqual(['dropped', 'reached']);
});

test('a goal is opened again so often and no more', () => {
  let goal = aGoal();
  for (let times = 1; times < goalLimits.closings; times++) goal = reopenGoal(reached(goal), amara);

  expect(refusalOf(() => reopenGoal(reached(goal), amara))).toBe('goal.reopenedOften');
});

test('kudos about the owner stand on a goal once, up to twelve of them', () => {
  const ids = Array.from({ length: goalLimits.evidence }, aKudosId);
  const full = ids.reduce((goal, id) => attachEvidence(goal, id, true, amara), aGoal());

  expect(full.evidence).toEqual(ids);
  expect(attachEvidence(full, ids[3]!, true, amara)).toBe(full);
  expect(refusalOf(() => attachEvidence(full, aKudosId(), true, amara))).toBe('goal.evidenceFull');
  expect(refusalOf(() => attachEvidence(aGoal(), aKudosId(), false, amara))).toBe('goal.evidenceNotAboutYou');
  expect(detachEvidence(full, ids[0]!, amara).evidence).toEqual(ids.slice(1));
  expect(detachEvidence(full, aKudosId(), amara)).toBe(full);
});

test('a goal is its owner’s: nobody else changes a word of it', () => {
  const goal = aGoal({ steps: [aStep('One')], audience: 'team', supporters: [mei] });
  const deeds = [
    () => editGoal(goal, aGoalEdit(), mei, aGoalScene()),
    () => tickStep(goal, stepIdOf('One'), true, mei),
    () => checkIn(goal, { id: anEntryId(), learned: '', confidence: 3 }, [], mei, noon),
    () => closeGoal(goal, 'reached', nothingSaid, mei, aGoalScene()),
    () => reopenGoal(reached(goal), mei),
    () => attachEvidence(goal, aKudosId(), true, mei),
    () => detachEvidence(goal, aKudosId(), mei),
  ];

  expect(deeds.map(refusalOf)).toEqual(deeds.map(() => 'goal.notYours'));
});

test('without steps there is nothing to measure', () => {
  expect([progressOf(aGoal()), nextStepOf(aGoal())]).toEqual([{ done: 0, total: 0 }, null]);
});
