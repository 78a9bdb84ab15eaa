import { hourOn, nextHour } from '../domain/calendar.ts';
import type { Goal, IfThen } from '../domain/goal.ts';
import { type Hour, keptUnder } from '../domain/hour.ts';
import type { ActionItemId, GoalId, HourDate, PersonId, TeamRef } from '../domain/ids.ts';
import { personalLimits, type Standing, type Thing } from '../domain/personalDue.ts';
import { isOn, type ReminderKind, type ReminderWishes } from '../domain/reminderWishes.ts';
import type { Roster } from '../domain/team.ts';
import { addDays, localDateOf, minutesAfter } from '../domain/time.ts';
import { isFor } from '../domain/topic.ts';
import type { PersonalLine } from './personalPorts.ts';
import { type GoalPlace, type GoalStore, isRemoved } from './goalPorts.ts';
import type { ActionStore, HourStore, ScheduleStore, TopicStore } from './hourPorts.ts';
import type { Clock, ProfileStore } from './ports.ts';
import type { Said } from './reminderPorts.ts';
import { zoneFor } from './reminderWishes.ts';

export type PersonalReading = ReturnType<typeof createPersonalReading>;

/** How things stand for somebody: no more is read than what they want to be told about. */
export function createPersonalReading(world: {
  profiles: ProfileStore;
  schedules: ScheduleStore;
  actions: ActionStore;
  goals: GoalStore;
  hours: HourStore;
  topics: TopicStore;
  clock: Clock;
}) {
  const { schedules, actions, goals, hours, topics, clock } = world;

  async function standing(ref: TeamRef, person: PersonId, roster: Roster, wishes: ReminderWishes): Promise<Standing> {
    const wants = (...kinds: ReminderKind[]) => kinds.some((kind) => isOn(wishes, kind));
    const [zone, open, own, exit, hour] = await Promise.all([
      zoneFor(world, ref, person),
      wants('actionDue', 'promiseDue') ? openActions(ref, person) : [],
      wants('ifThen', 'goalCheckIn', 'helpOffered') ? openGoals(ref, person) : [],
      wants('ifThen') ? exitOf(ref, person) : null,
      wants('topicAsked') ? bareHour(ref, person) : null,
    ]);
    const isHere = ({ id }: { id: PersonId }) => roster.has(id);
    return {
      person,
      zone,
      actions: open,
      goals: own.map((goal) => ({ ...goal, helpers: goal.helpers.filter(isHere) })),
      exit,
      hour,
    };
  }

  async function openActions(ref: TeamRef, person: PersonId) {
    return (await actions.list(ref, { person, status: 'open' }, null, maxActions)).items;
  }

  async function openGoals(ref: TeamRef, person: PersonId): Promise<Goal[]> {
    const found: Goal[] = [];
    let after: GoalPlace | null = null;
    for (let slices = 0; slices < maxSlices && found.length < maxGoals; slices++) {
      const { items, next } = await goals.list(ref, person, { owner: person, status: 'open' }, after, maxGoals);
      found.push(...items);
      if (!next) break;
      after = next;
    }
    return found;
  }

  /** What they left the last hour with, as long as it is not long ago. */
  async function exitOf(ref: TeamRef, person: PersonId): Promise<IfThen | null> {
    const { items } = await hours.list(ref, null, hoursLookedAt);
    const last = items.find(({ status }) => status === 'held');
    const recently = minutesAfter(clock(), -personalLimits.usefulForInDays * 24 * 60);
    const date = last && last.startsAt > recently ? keptUnder(last) : null;
    if (!date) return null;
    const { exits } = await hours.entries(ref, date);
    return exits.find((exit) => exit.person.id === person)?.plan ?? null;
  }

  /** The next hour, when this person has brought nothing for it and comes. */
  async function bareHour(ref: TeamRef, person: PersonId): Promise<Hour | null> {
    const now = clock();
    const [known, touched] = await Promise.all([
      schedules.find(ref),
      hours.from(ref, addDays(localDateOf(now, 'UTC'), -2)),
    ]);
    const next = nextHour(known?.thing ?? null, touched, now);
    return next?.status === 'planned' && !(await isTakenCareOf(ref, person, next)) ? next : null;
  }

  async function isTakenCareOf(ref: TeamRef, person: PersonId, hour: Hour): Promise<boolean> {
    const date = keptUnder(hour);
    const [waiting, entries] = await Promise.all([topics.open(ref), date ? hours.entries(ref, date) : null]);
    const isBrought = waiting.some((topic) => topic.author.id === person && isFor(topic, hour.date));
    return isBrought || Boolean(entries?.away.some(({ id }) => id === person));
  }

  /** A message that was sent before, as it stands by now. What is not there any more is not shown any more. */
  async function linesNow(ref: TeamRef, person: PersonId, said: Said, standing: Standing): Promise<PersonalLine[]> {
    const lines = said.shows.split(' ').map((key) => lineNow(ref, person, key.split('.'), said, standing));
    return (await Promise.all(lines)).filter((line) => line !== null);
  }

  async function lineNow(
    ref: TeamRef,
    person: PersonId,
    [kind = '', first = '', second = '']: readonly string[],
    { dueAt }: Said,
    { goals: mine, exit }: Standing,
  ): Promise<PersonalLine | null> {
    if (kind === 'actionDue' || kind === 'promiseDue') {
      const found = await actions.find(ref, first as ActionItemId);
      if (!found || found === 'removed') return null;
      const { thing: action } = found;
      return { kind, action, isSettled: action.status !== 'open' || action.dueOn !== second };
    }
    if (kind === 'ifThen') return { kind, plans: plansOf(mine, exit) };
    if (kind === 'topicAsked') {
      const hour = await hourAt(ref, first as HourDate);
      return hour && { kind, hour, isSettled: hour.status !== 'planned' || (await isTakenCareOf(ref, person, hour)) };
    }
    if (kind === 'goalCheckIn') {
      const goal = await ownGoal(ref, person, second as GoalId);
      const checkedAt = goal?.checkIns[0]?.at;
      return goal && { kind, goal, isSettled: goal.status !== 'open' || Boolean(checkedAt && checkedAt >= dueAt) };
    }
    if (kind !== 'helpOffered') return null;
    const goal = await ownGoal(ref, person, first as GoalId);
    const helper = goal?.helpers.find(({ id }) => id === second);
    return goal && helper ? { kind, goal, helper } : null;
  }

  async function ownGoal(ref: TeamRef, person: PersonId, id: GoalId): Promise<Goal | null> {
    const found = await goals.find(ref, id);
    return found && !isRemoved(found) && found.thing.owner.id === person ? found.thing : null;
  }

  async function hourAt(ref: TeamRef, date: HourDate): Promise<Hour | null> {
    const [schedule, touched] = await Promise.all([schedules.find(ref), hours.find(ref, date)]);
    return hourOn(schedule?.thing ?? null, touched?.thing ?? null, date);
  }

  return { standing, linesNow };
}

const maxActions = 50;
const maxGoals = 20;
const maxSlices = 3;
const hoursLookedAt = 4;

const plansOf = (goals: readonly Goal[], exit: IfThen | null) => [
  ...(exit ? [exit] : []),
  ...goals.flatMap(({ ifThen }) => ifThen ?? []),
];

/** As it is when it is told first. */
export function lineOf(thing: Thing): PersonalLine {
  if (thing.kind === 'ifThen') return { kind: thing.kind, plans: thing.plans };
  if (thing.kind === 'helpOffered') return { kind: thing.kind, goal: thing.goal, helper: thing.helper };
  if (thing.kind === 'goalCheckIn') return { kind: thing.kind, goal: thing.goal, isSettled: false };
  if (thing.kind === 'topicAsked') return { kind: thing.kind, hour: thing.hour, isSettled: false };
  return { kind: thing.kind, action: thing.action, isSettled: false };
}
