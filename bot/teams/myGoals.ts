import type { Goal } from '../domain/goal.ts';
import type { Team } from '../domain/team.ts';
import type { Card } from './cards/elements.ts';
import { goalsCard, type MyGoal, noGoalsCard } from './cards/goalCards.ts';
import { visitHere } from './here.ts';
import type { PersonalTurn, Room } from './turn.ts';

/** `page` is where all of them are; `null` when I am in no team. */
export type MyGoals = { readonly goals: readonly MyGoal[]; readonly page: string | null };

const maxTeams = 10;
const maxInTeam = 20;
const maxSlices = 3;

/** My open goals, newest first: those of the team that I am speaking in, or, when there are none, those of all my teams. */
export async function myOpenGoals(turn: PersonalTurn, room: Room): Promise<MyGoals> {
  const { goals, team } = room.useCases;
  const pageOf = (one: Team) => room.links.goals({ tenantId: turn.tenantId, teamId: one.id }, null);
  const here = (await visitHere(turn, room))?.record.team;
  const inHere = here ? await openIn(here) : [];
  if (here && inHere.length > 0) return { goals: inHere, page: pageOf(here) };
  const mine = (await team.mine(turn.actor)).filter(({ id }) => id !== here?.id).slice(0, maxTeams);
  const found = (await Promise.all(mine.map(openIn))).flat();
  const first = found[0]?.team ?? here ?? mine[0];
  return { goals: found, page: first ? pageOf(first) : null };

  async function openIn(one: Team) {
    const found: { readonly team: Team; readonly goal: Goal }[] = [];
    let after: Parameters<typeof goals.list>[3] = null;
    for (let slice = 0; slice < maxSlices && found.length < maxInTeam; slice++) {
      const question = { person: 'me', status: 'open' } as const;
      const { items, next } = await goals.list(turn.actor, one.id, question, after, maxInTeam);
      found.push(...items.map((goal) => ({ team: one, goal })));
      if (!next) break;
      after = next;
    }
    return found;
  }
}

/** They as a card with the ways to check in; `null` when I am in no team. Only ever for my own eyes. */
export async function myGoalsCard(turn: PersonalTurn, room: Room, where: 'message' | 'dialog'): Promise<Card | null> {
  const { goals, page } = await myOpenGoals(turn, room);
  if (page === null) return null;
  return goals.length > 0 ? goalsCard(turn.text, { goals, page, where }) : noGoalsCard(turn.text, page);
}
