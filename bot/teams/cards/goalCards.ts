import { type Goal, nextStepOf, progressOf } from '../../domain/goal.ts';
import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { actions, type Card, card, group, maxActions, openDialog, openUrl, submit, words } from './elements.ts';
import { excerpt } from './excerpt.ts';

export type MyGoal = { readonly team: Pick<Team, 'id' | 'name'>; readonly goal: Goal };

export type GoalsCard = {
  readonly goals: readonly MyGoal[];
  /** Where all of them are. */
  readonly page: string;
  /** The buttons of a message open a dialog; those in a dialog lead on in it. */
  readonly where: 'message' | 'dialog';
};

// One button is left for the way to all of them.
const maxGoals = maxActions - 1;

/** My open goals, for my eyes. */
export function goalsCard(text: Text, { goals, page, where }: GoalsCard): Card {
  // Goals of several teams say whose they are.
  const namesTeams = new Set(goals.map(({ team }) => team.id)).size > 1;
  return card(
    text,
    [
      where === 'dialog' ? null : words(text('goals.open'), { weight: 'Bolder', size: 'Medium' }, 'None'),
      ...goals.slice(0, maxGoals).map((each) => goalOf(text, each, namesTeams, where)),
      goals.length > maxGoals ? words(text('goals.more'), { isSubtle: true }, 'Medium') : null,
      words(text('audience.me'), { isSubtle: true }, 'Medium'),
    ],
    [openUrl(text('goals.tab'), page)],
  );
}

function goalOf(text: Text, { team, goal }: MyGoal, namesTeam: boolean, where: GoalsCard['where']): object {
  const progress = progressOf(goal);
  const next = nextStepOf(goal);
  const facts = [
    progress.total > 0 ? text('goals.progress', progress) : null,
    goal.dueOn ? text('goals.due', { date: text.day(goal.dueOn) }) : null,
    namesTeam ? team.name : null,
  ].filter((fact) => fact !== null);
  const picked = { team: team.id, goal: goal.id };
  const checkIn =
    where === 'dialog'
      ? submit(text('goals.checkIn'), { step: 'goal', ...picked })
      : openDialog(text('goals.checkIn'), { open: 'checkIn', ...picked });
  return group([
    words(goal.title, { weight: 'Bolder' }, 'None'),
    facts.length > 0 ? words(facts.join(' · '), { isSubtle: true }) : null,
    next === null ? null : words(text('goals.next', { step: next })),
    // Several buttons of one name: which goal each is for is said to who points at it, or hears it read.
    actions([{ ...checkIn, tooltip: excerpt(goal.title, 60) }]),
  ]);
}

/** Where others read along: a way to my own goals, and nothing of anybody's. */
export function goalsElsewhereCard(text: Text): Card {
  return card(text, [words(text('goals.private'), {}, 'None')], [openDialog(text('goals.show'), { open: 'goals' })]);
}

export function noGoalsCard(text: Text, page: string): Card {
  return card(text, [words(text('goals.none'), {}, 'None')], [openUrl(text('goals.tab'), page)]);
}
