import { z } from 'zod';
import type { Door } from '../app/door.ts';
import type { ReminderWishUseCases } from '../app/reminderWishes.ts';
import type { TeamReminderUseCases } from '../app/teamReminders.ts';
import { routes } from '../contract/paths.ts';
import {
  myRemindersBodySchema,
  myRemindersSchema,
  type MyRemindersView,
  type ReminderLogView,
  reminderLogSchema,
  teamRemindersSchema,
} from '../contract/reminder.ts';
import { teamIdSchema } from '../contract/shapes.ts';
import { isOn, type ReminderKind, reminderKinds, type WishChoice } from '../domain/reminderWishes.ts';
import { endpoint, mustHave } from './endpoint.ts';

const params = z.object({ team: teamIdSchema });

export function reminderEndpoints(world: {
  reminderWishes: ReminderWishUseCases;
  teamReminders: TeamReminderUseCases;
  door: Door;
}) {
  const { reminderWishes, teamReminders, door } = world;
  return [
    endpoint({
      method: 'GET',
      path: routes.myReminders,
      about: 'What the bot tells me alone. Nothing, until I switch it on.',
      params,
      answer: myRemindersSchema,
      async handle({ actor, params }) {
        const found = await reminderWishes.find(actor, params.team);
        return { body: myRemindersView(found), version: found.version };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.myReminders,
      about: 'I choose what the bot tells me alone. Needs `If-Match`.',
      params,
      body: myRemindersBodySchema,
      answer: myRemindersSchema,
      needsVersion: true,
      async handle({ actor, params, body, version }) {
        // Who is not in the team learns nothing here, not even that a version was missing.
        await door.enter(actor, params.team);
        const saved = await reminderWishes.save(actor, params.team, choiceIn(body), mustHave(version));
        return { body: myRemindersView(saved), version: saved.version };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.reminders,
      about: 'Which posts of the bot the team wants.',
      params,
      answer: teamRemindersSchema,
      async handle({ actor, params }) {
        const { thing, version } = await teamReminders.find(actor, params.team);
        return { body: { ...thing }, version };
      },
    }),
    endpoint({
      method: 'PUT',
      path: routes.reminders,
      about: 'An owner of the team chooses its posts. Needs `If-Match`.',
      params,
      body: teamRemindersSchema,
      answer: teamRemindersSchema,
      needsVersion: true,
      async handle({ actor, params, body, version }) {
        await door.enter(actor, params.team);
        const saved = await teamReminders.save(actor, params.team, body, mustHave(version));
        return { body: { ...saved.thing }, version: saved.version };
      },
    }),
    endpoint({
      method: 'GET',
      path: routes.reminderLog,
      about: 'What became of the newest posts of the bot. Nothing of what it told one person.',
      params,
      answer: reminderLogSchema,
      async handle({ actor, params }) {
        const said = await teamReminders.log(actor, params.team);
        return {
          body: { items: said.flatMap(({ kind, date, state, changedAt }) => logLine(kind, date, state, changedAt)) },
        };
      },
    }),
  ];
}

type Found = Awaited<ReturnType<ReminderWishUseCases['find']>>;

function myRemindersView({ thing, zone, contact }: Found): MyRemindersView {
  const { ifThenAt, checkInAt, quiet, snoozedUntil, snoozed, stopped } = thing;
  const kinds = Object.fromEntries(reminderKinds.map((kind) => [kind, isOn(thing, kind)]));
  return {
    kinds: kinds as Record<ReminderKind, boolean>,
    ifThenAt,
    checkInAt,
    quiet,
    snoozedUntil,
    snoozed,
    stopped: [...stopped],
    isBlocked: contact.isBlocked,
    timeZone: zone,
  };
}

function choiceIn({ kinds, ...rest }: z.output<typeof myRemindersBodySchema>): WishChoice {
  return { ...rest, on: reminderKinds.filter((kind) => kinds[kind]) };
}

type LogLine = ReminderLogView['items'][number];
type Logged = Awaited<ReturnType<TeamReminderUseCases['log']>>[number];

/** What is being said right now is not in it yet. */
function logLine(kind: Logged['kind'], date: string, state: Logged['state'], at: Date): LogLine[] {
  if (kind === 'digest' || state === 'claimed' || state === 'sending') return [];
  return [{ kind, date, state, at: at.toISOString() }];
}
