import { closeGoal, type Goal, goalLimits } from '../../bot/domain/goal.ts';
import {
  answerOwner,
  askOf,
  cheer,
  cheersOf,
  circleOf,
  isWider,
  mayReadAsk,
  mustTalk,
  offerHelp,
  readsSince,
  removeComment,
  type Standing,
  standingOf,
  takeCheerBack,
  takeOfferBack,
} from '../../bot/domain/goalCircle.ts';
import { aMember, aPerson, idOf, laterBy, noon } from '../support/builders.ts';
import {
  aCheckIn,
  aComment,
  aGoal,
  aGoalScene,
  amara,
  aSharedGoal,
  aSupporter,
  everybody,
} from '../support/buildersOfGoals.ts';
import { refusalOf } from '../support/refusal.ts';

const [mei, lukas, priya, jonas] = [idOf('Mei'), idOf('Lukas'), idOf('Priya'), idOf('Jonas')];
const closed = (goal: Goal) => closeGoal(goal, 'reached', { learned: '', helpedBy: [] }, amara, aGoalScene());

const around = [aSupporter('Mei'), aSupporter('Lukas', 'asked'), aSupporter('Priya', 'declined')];
const standings: [Goal['audience'], (Standing | null)[]][] = [
  ['me', ['owner', null, null, null, null, null]],
  ['supporters', ['owner', 'supporter', 'asked', null, null, null]],
  ['team', ['owner', 'supporter', 'asked', 'team', 'team', 'team']],
];

test.each(standings)('who is what to a goal for %s', (audience, expected) => {
  const goal = aGoal({ audience }, { supporters: around });

  expect(everybody.map((name) => standingOf(goal, idOf(name)))).toEqual(expected);
});

test('a circle is those who may see what the whole team may not', () => {
  const circles = (['me', 'supporters', 'team'] as const).map((audience) =>
    circleOf(aGoal({ audience }, { supporters: around })),
  );

  expect(circles).toEqual([[], [mei, lukas], null]);
});

test.each([
  ['from me to supporters, who are none', 'me', [], 'supporters', [], false],
  ['from me to supporters', 'me', [mei], 'supporters', [mei], true],
  ['from me to the team', 'me', [], 'team', [], true],
  ['from supporters to the team', 'supporters', [mei], 'team', [mei], true],
  ['by one more supporter', 'supporters', [mei], 'supporters', [mei, lukas], true],
  ['by one supporter instead of another', 'supporters', [mei], 'supporters', [lukas], true],
  ['by one supporter less', 'supporters', [mei, lukas], 'supporters', [mei], false],
  ['by a supporter of a goal that only its owner sees', 'me', [], 'me', [mei], false],
  ['by a supporter of a goal that the team sees already', 'team', [], 'team', [mei], false],
  ['from the team to supporters, who have seen it all along', 'team', [], 'supporters', [mei], false],
  ['from supporters to me', 'supporters', [mei], 'me', [mei], false],
] as const)('a goal becomes wider when somebody gains sight of it: %s', (_, was, before, is, after, isIt) => {
  expect(isWider({ audience: was, supporters: before }, { audience: is, supporters: after })).toBe(isIt);
});

test('who was asked says yes or no; a no takes the goal away, the cheers with it, and cannot be taken back', () => {
  const goal = aSharedGoal(['Mei', 'Lukas'], {}, { supporters: [aSupporter('Mei', 'asked'), aSupporter('Lukas')] });

  const yes = answerOwner(goal, mei, true);
  const no = answerOwner(cheer(yes, aMember('Mei'), noon), mei, false);

  expect([standingOf(goal, mei), standingOf(yes, mei), standingOf(no, mei)]).toEqual(['asked', 'supporter', null]);
  expect(no.cheers).toEqual([]);
  expect([answerOwner(yes, mei, true), answerOwner(no, mei, false)]).toEqual([yes, no]);
  expect(refusalOf(() => answerOwner(no, mei, true))).toBe('goal.notSupporter');
  expect(refusalOf(() => answerOwner(goal, jonas, true))).toBe('goal.notSupporter');
});

test('a closed goal takes no new supporters, and lets go whoever wants to', () => {
  const goal = closed(aSharedGoal([], {}, { supporters: [aSupporter('Mei'), aSupporter('Lukas', 'asked')] }));

  expect(refusalOf(() => answerOwner(goal, lukas, true))).toBe('goal.closed');
  expect(answerOwner(goal, mei, true)).toBe(goal);
  expect([mei, lukas].map((who) => standingOf(answerOwner(goal, who, false), who))).toEqual([null, null]);
});

test('only who has accepted may cheer; not who is asked, not the team, not the owner', () => {
  const goal = aGoal({ audience: 'team' }, { supporters: around });
  const cheering = everybody.map((name) => refusalOf(() => cheer(goal, aMember(name), noon)));

  const no = 'goal.notSupporter';
  expect(cheering).toEqual([no, null, no, no, no, no]);
  expect(refusalOf(() => takeCheerBack(goal, lukas))).toBe(no);
  expect(refusalOf(() => cheer(closed(goal), aMember('Mei'), noon))).toBe('goal.closed');
});

test('a cheer is once for what was checked in last, and can be taken back', () => {
  const goal = aSharedGoal(['Mei', 'Lukas'], {}, { checkIns: [aCheckIn({ at: noon })] });

  const cheered = cheer(cheer(goal, aMember('Mei'), laterBy(1)), aMember('Lukas'), laterBy(2));
  const later = { ...cheered, checkIns: [aCheckIn({ at: laterBy(60) }), ...cheered.checkIns] };
  const again = cheer(later, aMember('Mei'), laterBy(61));

  expect(cheer(cheered, aMember('Mei'), laterBy(3))).toBe(cheered);
  expect([cheersOf(cheered), cheersOf(later), cheersOf(again)]).toEqual([
    [aPerson('Mei'), aPerson('Lukas')],
    [],
    [aPerson('Mei')],
  ]);
  expect(cheersOf(takeCheerBack(cheered, mei))).toEqual([aPerson('Lukas')]);
  expect(takeCheerBack(goal, mei)).toBe(goal);
});

test('owner and supporters talk while the goal is open, also about a goal that the team sees', () => {
  const goal = aGoal({ audience: 'team' }, { supporters: around });
  const talking = (of: Goal) => everybody.map((name) => refusalOf(() => mustTalk(of, idOf(name))));

  const no = 'goal.notSupporter';
  expect(talking(goal)).toEqual([null, null, no, no, no, no]);
  expect(talking(closed(goal))).toEqual(['goal.closed', 'goal.closed', no, no, no, no]);
});

test('comments are read by the owner from the beginning, by a supporter since they were asked, and by nobody else', () => {
  const supporters = [
    aSupporter('Mei', 'accepted', laterBy(60)),
    aSupporter('Lukas', 'asked'),
    aSupporter('Priya', 'declined'),
  ];
  const goal = aGoal({ audience: 'team' }, { supporters });

  const since = everybody.map((name) => readsSince(goal, idOf(name)));
  expect(since).toEqual([noon, laterBy(60), null, null, null, null]);
  expect(readsSince({ ...goal, audience: 'me' }, mei)).toBeNull();
});

test('a comment is taken away by who said it, or by whose goal it is, while that is open', () => {
  const goal = aSharedGoal(['Mei', 'Lukas']);
  const taking = (of: Goal) => [amara, mei, lukas].map((by) => refusalOf(() => removeComment(of, aComment('Mei'), by)));

  expect(taking(goal)).toEqual([null, null, 'goal.commentNotYours']);
  expect(taking(closed(goal))).toEqual(['goal.closed', 'goal.closed', 'goal.commentNotYours']);
});

test.each([
  ['of a goal for the team', aGoal({ ask: 'Time', audience: 'team' }), true],
  ['that may be shown, of a hidden goal', aGoal({ ask: 'Time', askToTeam: true }), true],
  ['of a hidden goal', aGoal({ ask: 'Time' }), false],
  ['of a goal for supporters', aSharedGoal(['Mei'], { ask: 'Time' }), false],
  ['that is empty', aGoal({ ask: '', askToTeam: true, audience: 'team' }), false],
  ['of a closed goal', closed(aGoal({ ask: 'Time', askToTeam: true })), false],
])('an ask %s: the team reads it, or it does not', (_, goal, isRead) => {
  const { id, owner, ask, helpers, createdAt } = goal;

  expect(askOf(goal)).toEqual(isRead ? { id, owner, text: ask, helpers, at: createdAt } : null);
  expect(mayReadAsk(goal, jonas)).toBe(isRead);
});

test('the ask of a goal for supporters is read by those who see the goal', () => {
  const goal = aGoal({ ask: 'Time', audience: 'supporters' }, { supporters: around });

  expect(everybody.filter((name) => mayReadAsk(goal, idOf(name)))).toEqual(['Amara', 'Mei', 'Lukas']);
});

test('help is offered once, not to oneself, by a hundred people and no more, and can be taken back', () => {
  const goal = aGoal({ ask: 'Time', askToTeam: true });
  const crowd = Array.from({ length: goalLimits.helpers }, (_, at) => aMember(`Person ${at}`));

  const offered = offerHelp(goal, aMember('Mei'), laterBy(1));
  const full = crowd.reduce((before, who) => offerHelp(before, who, noon), goal);

  expect(offered.helpers).toEqual([{ ...aPerson('Mei'), at: laterBy(1) }]);
  expect(offerHelp(offered, aMember('Mei'), laterBy(2))).toBe(offered);
  expect(takeOfferBack(offered, mei).helpers).toEqual([]);
  expect(takeOfferBack(goal, mei)).toBe(goal);
  expect(refusalOf(() => offerHelp(goal, aMember('Amara'), noon))).toBe('goal.ownAsk');
  expect(refusalOf(() => offerHelp(full, aMember('Mei'), noon))).toBe('goal.helpersFull');
  expect(offerHelp(full, crowd[0]!, noon)).toBe(full);
});

test('nothing that others do counts as an edit of the owner’s', () => {
  const goal = aSharedGoal(['Mei'], { ask: 'Time', askToTeam: true });

  const after = answerOwner(offerHelp(cheer(goal, aMember('Mei'), noon), aMember('Priya'), noon), mei, false);

  expect(after.edition).toBe(goal.edition);
  expect(priya).toBe(after.helpers[0]!.id);
});
