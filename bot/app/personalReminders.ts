import type { Actor, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import {
  type Digest,
  digestNow,
  keysOf,
  nextLookAt,
  type Standing,
  type Told,
  weekTurn,
} from '../domain/personalDue.ts';
import {
  kindsOn,
  type ReminderKind,
  reminderKinds,
  type ReminderWishes,
  snoozedOn,
  stopByItself,
} from '../domain/reminderWishes.ts';
import type { Person } from '../domain/team.ts';
import { localDateOf, type LocalDate, minutesAfter } from '../domain/time.ts';
import type { Door } from './door.ts';
import type { Pace } from './pace.ts';
import type { PersonalMessage, PersonMessenger, ReminderWishStore } from './personalPorts.ts';
import { lineOf, type PersonalReading } from './personalStanding.ts';
import { type Clock, NotFound, type TeamRecord, type Versioned } from './ports.ts';
import type { ReminderStore, Said } from './reminderPorts.ts';
import { untilDone } from './retry.ts';
import { isGone, type Saying } from './saying.ts';

export type PersonalReminderUseCases = ReturnType<typeof personalReminderUseCases>;

/** What the bot says to one person, who asked for it. */
export function personalReminderUseCases(world: {
  door: Door;
  wishes: ReminderWishStore;
  reminders: ReminderStore;
  reading: PersonalReading;
  messenger: PersonMessenger;
  saying: Saying;
  pace: Pace;
  clock: Clock;
}) {
  const { door, wishes, reminders, reading, messenger, saying, pace, clock } = world;

  /**
   * Says what is due to somebody, in one message.
   * @returns when to look again; `null` when they want nothing, or do not want the bot
   * @throws Away when something could not be read or said now, and should be tried again
   */
  async function attend(ref: TeamRef, person: PersonId): Promise<Date | null> {
    const { thing: wanted, contact } = await wishes.find(ref, person);
    if (kindsOn(wanted).length === 0 || contact.isBlocked) return null;
    const here = await door.rosterOf(ref);
    const me = here?.roster.get(person);
    // They may come back, and so may the app: then what they chose holds.
    if (!here || !me) return minutesAfter(clock(), awayLookInDays * 24 * 60);
    const now = clock();
    const [standing, said] = await Promise.all([
      reading.standing(ref, person, here.roster, wanted),
      reminders.newest(ref, person, rememberedMessages),
    ]);
    const today = localDateOf(now, standing.zone);
    const begun = said.find(({ thing: { date, state } }) => date === today && isUnderWay(state)) ?? null;
    const digest = digestNow(standing, wanted, toldIn(said), contact.heardAt, now);
    const next = nextLookAt(standing, wanted, now);
    if (!digest && begun?.thing.state !== 'sending') return next;
    if (digest && !(await wishes.takeTurn(ref.tenantId, person, weekTurn(today, ref.teamId)))) return next;
    const message = digest && messageOf(me, today, digest, wanted);
    // The chat is opened with a request of its own.
    if (message) await (await pace(ref.tenantId))();
    const heard = await saying.once(
      speech(ref, here.record, message, contact.locale, {
        to: person,
        date: today,
        kind: 'digest',
        dueAt: now,
        shows: digest ? keysOf(digest).join(' ') : '',
      }),
      begun && digest ? await sayingNow(ref, begun, digest) : begun,
    );
    if (isGone(heard.said)) {
      await wishes.mark(ref, person, 'refused', clock());
      return null;
    }
    if (heard.said?.state === 'sent') await end(ref, person, digest?.ending ?? []);
    return soonest(heard.againAt, next);
  }

  const speech = (
    ref: TeamRef,
    record: TeamRecord,
    message: PersonalMessage | null,
    locale: string | null,
    said: Parameters<Saying['once']>[0]['said'],
  ) => ({
    ref,
    said,
    lapsed: () => (message ? null : ('outdated' as const)),
    prepare: async () => () => messenger.tell(record, message!, locale),
  });

  /** Who takes over what another one began says what is so now, and has to be remembered by that. */
  async function sayingNow(ref: TeamRef, begun: Versioned<Said>, digest: Digest): Promise<Versioned<Said>> {
    if (begun.thing.state !== 'claimed') return begun;
    const { changedAt } = begun.thing;
    const shows = keysOf(digest).join(' ');
    return (begun.thing.shows !== shows && (await saying.turned(ref, begun, { shows, changedAt }))) || begun;
  }

  /** What ended by itself, as it was said to have. */
  async function end(ref: TeamRef, person: PersonId, ending: readonly ReminderKind[]): Promise<void> {
    if (ending.length === 0) return;
    await untilDone(async () => {
      const { thing, version } = await wishes.find(ref, person);
      await wishes.save(ref, person, ending.reduce(stopByItself, thing), version);
    });
  }

  /** A message of mine as it stands by now. @throws NotFound */
  async function message(actor: Actor, teamId: TeamId, date: LocalDate): Promise<PersonalMessage> {
    const { ref, me, roster } = await door.enter(actor, teamId);
    const [found, { thing: wanted }] = await Promise.all([
      reminders.find(ref, { to: me.id, date, kind: 'digest' }),
      wishes.find(ref, me.id),
    ]);
    if (!found) throw new NotFound();
    const standing = await reading.standing(ref, me.id, roster, everything(wanted));
    const keys = found.thing.shows.split(' ');
    return {
      date,
      person: me,
      lines: await reading.linesNow(ref, me.id, found.thing, standing),
      ending: reminderKinds.filter((kind) => keys.includes(`ended.${kind}`)),
      on: kindsOn(wanted),
      snoozedUntil: snoozeOf(wanted, standing, clock()),
      snoozed: snoozedOn(wanted, localDateOf(clock(), standing.zone)),
    };
  }

  return { attend, message };
}

const awayLookInDays = 7;
/** With two a week at most, longer than anything is told again. */
const rememberedMessages = 20;

const isUnderWay = (state: Said['state']) => state === 'claimed' || state === 'sending';

/** Those that arrived, or may have. */
const toldIn = (said: readonly Versioned<Said>[]): Told[] =>
  said
    .map(({ thing }) => thing)
    .filter(({ state }) => state === 'sent' || state === 'unknown' || state === 'sending')
    .map(({ date, changedAt, state, shows }) => ({
      date,
      at: changedAt,
      isSent: state === 'sent',
      keys: shows.split(' '),
    }));

const messageOf = ({ id, name }: Person, date: LocalDate, { things, ending }: Digest, wanted: ReminderWishes) => ({
  date,
  person: { id, name },
  lines: things.map(lineOf),
  ending,
  on: kindsOn(wanted).filter((kind) => !ending.includes(kind)),
  snoozedUntil: null,
  snoozed: {},
});

/** What was told when it was wanted is shown as it is, also when it is not wanted any more. */
const everything = (wanted: ReminderWishes): ReminderWishes => ({
  ...wanted,
  since: Object.fromEntries(reminderKinds.map((kind) => [kind, new Date(0)])),
});

const snoozeOf = ({ snoozedUntil }: ReminderWishes, { zone }: Standing, now: Date) =>
  snoozedUntil !== null && snoozedUntil > localDateOf(now, zone) ? snoozedUntil : null;

const soonest = (one: Date | null, other: Date | null) => (one && other ? (one < other ? one : other) : (one ?? other));
