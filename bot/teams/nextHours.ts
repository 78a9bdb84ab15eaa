import type { Visit } from '../app/door.ts';
import type { WholeHour } from '../app/hourReading.ts';
import { Refusal } from '../domain/refusal.ts';
import type { TeamId } from '../domain/ids.ts';
import type { Team } from '../domain/team.ts';
import type { Card } from './cards/elements.ts';
import { type HourCard, hourCard } from './cards/hourCard.ts';
import { myHoursCard, noHourCard } from './cards/hourCards.ts';
import { visitHere } from './here.ts';
import type { PersonalTurn, Room } from './turn.ts';

type Where = HourCard['where'];

const maxTeams = 10;

/** The team of this conversation, if it is one of mine. A chat without an hour of its own may be that of any team's meeting: then `null`. */
export async function visitForHour(turn: PersonalTurn, room: Room): Promise<Visit | null> {
  const visit = await visitHere(turn, room);
  if (visit?.record.team.kind !== 'groupChat') return visit;
  const { hour } = await room.useCases.hours.screen(turn.actor, visit.ref.teamId);
  return hour && visit;
}

/** The hour that runs or comes next in a team of mine. @throws NotFound */
export async function teamHourCard(turn: PersonalTurn, room: Room, id: TeamId, isHere: boolean, where: Where) {
  const { visit, hour } = await room.useCases.hours.screen(turn.actor, id);
  const { team } = visit.record;
  if (hour) return cardOf(turn, room, hour, { namesTeam: !isHere, isAway: isHere ? null : isAway(hour), where });
  return noHourCard(turn.text, team.name, pageOf(turn, room, team));
}

/** The next hours of all my teams; `null` when I am in none. Only ever for my own eyes. */
export async function myHours(turn: PersonalTurn, room: Room, where: Where): Promise<Card | null> {
  const { teams, hours } = await nextHoursOfMine(turn, room);
  const [first] = teams;
  if (!first) return null;
  const [next, ...others] = hours;
  if (!next) return noHourCard(turn.text, first.name, pageOf(turn, room, first));
  if (others.length === 0) return cardOf(turn, room, next, { namesTeam: true, isAway: isAway(next), where });
  const mine = hours.map(({ visit, hour }) => ({ team: visit.record.team, hour }));
  return myHoursCard(turn.text, mine, where);
}

/** The soonest first. */
export async function nextHoursOfMine({ actor }: PersonalTurn, { useCases }: Room) {
  const teams = (await useCases.team.mine(actor)).slice(0, maxTeams);
  const screens = await Promise.all(teams.map(({ id }) => useCases.hours.screen(actor, id)));
  const hours = screens.flatMap(({ hour }) => hour ?? []);
  return { teams, hours: hours.sort((one, other) => one.hour.startsAt.getTime() - other.hour.startsAt.getTime()) };
}

export function cardOf(
  turn: PersonalTurn,
  room: Room,
  whole: WholeHour,
  of: Pick<HourCard, 'namesTeam' | 'isAway' | 'where'>,
): Card {
  const { team } = whole.visit.record;
  return hourCard(turn.text, { shown: whole, team, page: pageOf(turn, room, team), ...of });
}

export const pageOf = ({ tenantId }: PersonalTurn, { links }: Room, { id }: Pick<Team, 'id'>) =>
  links.hour({ tenantId, teamId: id });

export const isAway = ({ away, visit: { me } }: WholeHour) => away.some(({ id }) => id === me.id);

/** A card may be weeks old: what it offers is only done to an hour that runs, or is still to come. @throws Refusal hour.isOver */
export function mustBeAhead({ hour, now }: WholeHour): void {
  const isAhead = hour.status === 'open' || (hour.status === 'planned' && now < hour.endsAt);
  if (!isAhead) throw new Refusal('hour.isOver');
}
