import { type Goal, progressOf } from '../../domain/goal.ts';
import type { Hour } from '../../domain/hour.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, openUrl, words } from './elements.ts';
import { heading, short, whenForAll } from './hourParts.ts';

/* What a link becomes that somebody pastes. It is sent by them and never changes afterwards, so it says nothing that has to. */

/** Where not everybody who reads along may see what is behind the link, or nobody knows. */
export function closedLinkCard(text: Text, page: string): Card {
  return card(
    text,
    [words(text('link.title'), heading, 'None'), words(text('link.closed'), { isSubtle: true })],
    [openUrl(text('link.open'), page)],
  );
}

/** A goal that its team sees. */
export function linkedGoalCard(text: Text, goal: Goal, page: string): Card {
  const progress = progressOf(goal);
  const facts = [
    progress.total > 0 ? text('goals.progress', progress) : null,
    goal.dueOn ? text('goals.due', { date: text.day(goal.dueOn) }) : null,
  ].filter((fact) => fact !== null);
  return card(
    text,
    [
      words(text('link.goal', { name: short(text, goal.owner) }), { isSubtle: true }, 'None'),
      words(goal.title, heading, 'None'),
      facts.length > 0 ? words(facts.join(' · '), { isSubtle: true }) : null,
    ],
    [openUrl(text('link.goal.open'), page)],
  );
}

/** When the team's hour is; what is on it changes too often to be sent around. */
export function linkedHourCard(text: Text, hour: Hour, page: string): Card {
  return card(
    text,
    [words(text('hour.title'), heading, 'None'), ...whenForAll(text, hour)],
    [openUrl(text('hour.open'), page)],
  );
}
