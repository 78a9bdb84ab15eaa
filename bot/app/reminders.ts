import { hourOn, nextHour } from '../domain/calendar.ts';
import { type Hour, keptUnder, passesAt } from '../domain/hour.ts';
import type { HourDate, TeamRef } from '../domain/ids.ts';
import * as rules from '../domain/reminder.ts';
import type { Due, SayingKind, TeamReminders } from '../domain/reminder.ts';
import { occurrencesFrom, type Schedule } from '../domain/schedule.ts';
import { addDays, type LocalDate, localDateOf } from '../domain/time.ts';
import type { Pace } from './pace.ts';
import type { HourStore, KnownSchedule } from './hourPorts.ts';
import { Away, type Clock, type TeamRecord, type TeamStore, type Versioned } from './ports.ts';
import type { HourMessenger, ReminderStore, Said } from './reminderPorts.ts';
import { isGone, type Saying } from './saying.ts';
import type { SayingContent } from './sayingContent.ts';

export type ReminderUseCases = ReturnType<typeof reminderUseCases>;
/** What stands in a conversation, for whoever changes what it shows. */
export type Posts = Pick<ReminderUseCases, 'follow' | 'followPromises' | 'showAgain'>;

/** What the bot says by itself in a team's conversation, and sees to besides. Whoever is woken finds the present, never what was planned. */
export function reminderUseCases(world: {
  teams: TeamStore;
  hours: HourStore;
  reminders: ReminderStore;
  messenger: HourMessenger;
  saying: Saying;
  content: SayingContent;
  pace: Pace;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { teams, hours, reminders, messenger, saying, content, pace, clock, background } = world;

  /**
   * Says what is due, corrects what was said, and forgets what was just for an hour.
   * @returns when to look again; `null` when there is nothing to wait for
   * @throws Away when something could not be read or said now, and should be tried again
   */
  async function attend(ref: TeamRef): Promise<Date | null> {
    const record = (await teams.find(ref))?.thing;
    if (!record) return null;
    const now = clock();
    const scene = await lookAround(ref, record, now);
    const again: (Date | null)[] = [];
    for (const due of rules.dueNow(scene.hours, scene.wishes, now)) {
      const { said, againAt } = await see(scene, due);
      if (isGone(said)) return null;
      again.push(againAt);
    }
    for (const said of scene.said) await correct(scene, said);
    for (const hour of scene.hours.filter((each) => isPassing(each, now)))
      await hours.forgetPassing(ref, keptUnder(hour)!);
    return soonest([...again, nextLook(scene, now)]);
  }

  async function lookAround(ref: TeamRef, record: TeamRecord, now: Date, at: LocalDate | null = null): Promise<Scene> {
    // A day less than anybody's today, and another for an hour that passed midnight.
    const today = addDays(localDateOf(now, 'UTC'), -2);
    const from = at && at < today ? at : today;
    const { schedule: known, hours: touched, wishes, said } = await reminders.around(ref, from);
    const schedule = known?.thing ?? null;
    const changed = new Map(touched.map((hour) => [hour.date, hour]));
    const dates = schedule ? occurrencesFrom(schedule, from, occurrences).map(({ date }) => date as HourDate) : [];
    const around = [...new Set([...dates, ...changed.keys()])]
      .map((date) => hourOn(schedule, changed.get(date) ?? null, date))
      .filter((hour): hour is Hour => hour !== null);
    const next = nextHour(schedule, touched, now);
    return { ref, record, known, schedule, hours: around, wishes, said: [...said], next };
  }

  async function see(scene: Scene, { kind, hour, at }: Due) {
    const { ref, record, known } = scene;
    const before = scene.said.find(({ thing: { date, kind: of } }) => date === hour.date && of === kind) ?? null;
    // What was due before anybody chose an hour was never promised.
    if (!before && known && at < known.savedAt && rules.isLate(at, clock())) return { said: null, againAt: null };
    const heard = await saying.once(
      {
        ref,
        said: { to: null, date: hour.date, kind, dueAt: at, shows: rules.shownOf(hour) },
        lapsed: (now) => (rules.isLate(at, now) ? 'late' : rules.isOutdated(kind, hour, now) ? 'outdated' : null),
        async prepare() {
          const said = await content.of(scene, kind, hour);
          return () => messenger.say(record, said, threadFor(scene, hour));
        },
      },
      before,
    );
    if (!before && heard.said?.post) scene.said.push({ thing: heard.said, version: justNow });
    return heard;
  }

  /** What was said about an hour that was moved, skipped or held since, is put right in the same place. */
  async function correct(scene: Scene, { thing: said, version }: Versioned<Said>): Promise<void> {
    const { ref, record } = scene;
    if (said.state !== 'sent' || !said.post || said.kind === 'recap' || said.kind === 'digest') return;
    const hour = scene.hours.find(({ date }) => date === said.date) ?? asSaid(said, scene.next);
    const shows = rules.shownOf(hour);
    if (shows === said.shows || version === justNow) return;
    await (
      await pace(ref.tenantId)
    )();
    const outcome = await messenger.update(record, await content.of(scene, said.kind, hour), said.post);
    if (outcome === 'away') throw new Away('Teams', 60);
    await saying.turned(ref, { thing: said, version }, { shows });
  }

  /**
   * Something that a post of an hour shows has changed: everybody sees it there. Looks again afterwards, for two changes may overtake each
   * other on their way to Teams.
   */
  async function show(ref: TeamRef, date: HourDate, kinds: readonly SayingKind[]): Promise<void> {
    const record = (await teams.find(ref))?.thing;
    if (!record) return;
    const posts = await Promise.all(kinds.map((kind) => reminders.find(ref, { to: null, date, kind })));
    for (const said of posts) {
      const { kind, post } = said?.thing ?? {};
      if (!post || !kind || kind === 'digest') continue;
      let shown = '';
      for (let rounds = 0; rounds < maxRounds; rounds++) {
        const scene = await lookAround(ref, record, clock(), date);
        const hour = scene.hours.find((each) => each.date === date);
        const saying = hour && (await content.of(scene, kind, hour));
        if (!saying || JSON.stringify(saying) === shown) break;
        shown = JSON.stringify(saying);
        await messenger.update(record, saying, post);
      }
    }
  }

  /** Somebody is not to be named any more: what was said about these hours follows, however long ago it was. */
  async function showAgain(ref: TeamRef, dates: readonly HourDate[]): Promise<void> {
    for (const date of dates) await show(ref, date, rules.sayingKinds);
  }

  /** Afterwards, where something was said already: nobody waits for it, and nothing is read before that time. */
  function follow(ref: TeamRef, hour: Hour, kind: 'before' | 'status'): void {
    // An agenda is for an hour to come; what was said in the place of a meeting stays its author's to change.
    const isShown = kind === 'status' || hour.status === 'planned';
    if (isShown && clock() >= rules.dayBefore(hour)) background(show(ref, hour.date, [kind]));
  }

  /** The same for what was promised, which belongs to no hour: it stands in the post about the one that comes next. */
  function followPromises(ref: TeamRef): void {
    background(showPromises(ref));
  }

  async function showPromises(ref: TeamRef): Promise<void> {
    const record = (await teams.find(ref))?.thing;
    const next = record && (await lookAround(ref, record, clock())).next;
    if (next?.status === 'planned' && clock() >= rules.dayBefore(next)) await show(ref, next.date, ['before']);
  }

  function nextLook({ hours: around, wishes, schedule }: Scene, now: Date): Date | null {
    const due = rules.nextDueAt(around, wishes, now);
    const passing = around.filter(({ openedAt }) => openedAt).map(passesAt);
    // Where all that were looked at are skipped, there are others behind them.
    const last = schedule && !due ? latest(around.map(({ endsAt }) => endsAt)) : null;
    return soonest([due, ...[...passing, last].filter((at) => at && at > now)]);
  }

  return { attend, show, showAgain, follow, followPromises };
}

/** A team around today. */
export type Scene = {
  readonly ref: TeamRef;
  readonly record: TeamRecord;
  readonly known: KnownSchedule | null;
  readonly schedule: Schedule | null;
  readonly hours: readonly Hour[];
  readonly wishes: TeamReminders;
  /** What was said about them; grows while more is said. */
  readonly said: Versioned<Said>[];
  readonly next: Hour | null;
};

const maxRounds = 5;
// More weeks than anybody skips in a row.
const occurrences = 8;
/** The version of what was said in this very look. */
const justNow = '';

const order: readonly Said['kind'][] = ['before', 'start', 'status', 'nudge', 'recap'];

/** All that is said about an hour stands below the first of it, also when it was moved in between. */
function threadFor({ said }: Scene, { date, movedFrom }: Hour): string | null {
  const about = said
    .map(({ thing }) => thing)
    .filter((each) => each.post && (each.date === date || each.date === movedFrom))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return about[0]?.post ?? null;
}

/** An hour that the schedule does not have any more: it is known only from what was said of it. */
function asSaid({ date, shows }: Said, next: Hour | null): Hour {
  const [, startsAt = '', endsAt = ''] = shows.split(' ');
  return {
    ...unknownHour,
    date: date as HourDate,
    timeZone: next?.timeZone ?? 'UTC',
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    movedTo: next?.date ?? null,
  };
}

const unknownHour = {
  status: 'moved',
  reason: null,
  movedFrom: null,
  givesBack: 0,
  facilitator: null,
  spotlight: null,
  spotlightGoal: null,
  plan: [],
  order: [],
  running: null,
  pairs: [],
  digest: '',
  openedAt: null,
  closedAt: null,
  edition: 0,
} as const;

const isPassing = (hour: Hour, now: Date) =>
  hour.openedAt !== null && keptUnder(hour) !== null && now >= passesAt(hour);

const soonest = (dates: readonly (Date | null)[]) =>
  dates.reduce<Date | null>((first, at) => (!at || (first && first <= at) ? first : at), null);
const latest = (dates: readonly Date[]) =>
  dates.reduce<Date | null>((last, at) => (last && last >= at ? last : at), null);
