import { memberOn } from '../domain/access.ts';
import { hourOn } from '../domain/calendar.ts';
import { passesAt } from '../domain/hour.ts';
import type { Actor, HourDate, PersonId, TeamId, TeamRef } from '../domain/ids.ts';
import * as rules from '../domain/team.ts';
import type { Member, Person, Team } from '../domain/team.ts';
import { type LocalDate, localDateOf, minutesAfter } from '../domain/time.ts';
import type { Door, Visit } from './door.ts';
import type { KudosCards } from './kudosCards.ts';
import type { Erasing, ErasureOfPerson, EraseStore, PersonalRecord, RecordStore, Traces } from './operationPorts.ts';
import type { HourStore, ScheduleStore } from './hourPorts.ts';
import type { KudosMessenger } from './kudosPorts.ts';
import { Away, type Clock, NotFound, type PersonIndex, type TeamStore } from './ports.ts';
import type { Posts } from './reminders.ts';

export type DataRightsUseCases = ReturnType<typeof dataRightsUseCases>;

/** What belongs to somebody can be taken along and taken away: by everybody what is theirs, by owners what is the team's. */
export function dataRightsUseCases(world: {
  door: Door;
  teams: TeamStore;
  people: PersonIndex;
  schedules: ScheduleStore;
  hours: HourStore;
  records: RecordStore;
  erasures: EraseStore;
  messenger: KudosMessenger;
  cards: Pick<KudosCards, 'refresh'>;
  posts: Pick<Posts, 'showAgain'>;
  clock: Clock;
  background: (work: Promise<unknown>) => void;
}) {
  const { door, teams, people, schedules, hours, records, erasures, messenger, clock, background } = world;

  /** Also of teams that I am not in any more: mine it stays, and nothing else is. */
  async function exportMine(actor: Actor) {
    const ids = await people.everIn(actor.tenantId, actor.personId);
    const mine = [];
    // One after another: each is read from end to end.
    for (const teamId of ids) {
      const ref = { tenantId: actor.tenantId, teamId };
      const inside = await isIn(ref, actor);
      const team = (await teams.find(ref))?.thing.team ?? null;
      const record = await withoutPassed(ref, await records.ofPerson(ref, actor.personId));
      mine.push({ id: teamId, name: team?.name ?? '', record: inside ? record : mineAlone(record, actor.personId) });
    }
    return { person: { id: actor.personId, name: actor.name }, exportedAt: clock(), teams: mine };
  }

  async function withoutPassed(ref: TeamRef, record: PersonalRecord): Promise<PersonalRecord> {
    const lines = [];
    for (const line of record.lines) if (line.keep || !(await hasPassed(ref, line.hour))) lines.push(line);
    return { ...record, lines };
  }

  /** Whether nothing that was just for an hour is there any more. Of an hour that the schedule has no more, nothing is. */
  async function hasPassed(ref: TeamRef, date: HourDate): Promise<boolean> {
    const [schedule, touched] = await Promise.all([schedules.find(ref), hours.find(ref, date)]);
    const hour = hourOn(schedule?.thing ?? null, touched?.thing ?? null, date);
    if (hour?.movedTo) return hasPassed(ref, hour.movedTo);
    return !hour || clock() >= passesAt(hour);
  }

  /** Where Teams does not answer, nobody is. */
  async function isIn(ref: TeamRef, actor: Actor): Promise<boolean> {
    try {
      const found = await door.rosterOf(ref);
      return found !== null && memberOn(found.roster, actor) !== null;
    } catch (trouble) {
      if (trouble instanceof Away) return false;
      throw trouble;
    }
  }

  /**
   * Gone from the teams that I am in when this returns, and whatever I write there from then on is another beginning. Wherever else
   * something may be left, of a team that I once was in, it is looked for afterwards, and again every night until that was done.
   */
  async function eraseMe(actor: Actor): Promise<void> {
    const { tenantId, personId } = actor;
    const asked = await erasures.ask({ person: { tenantId, personId } }, clock());
    for (const teamId of await people.everIn(tenantId, personId)) {
      const ref = { tenantId, teamId };
      const traces = await erasures.personIn(ref, personId);
      await people.remove(ref, [personId]);
      await erasures.beginsAnew(asked, ref);
      await teams.touchRoster(ref);
      door.forget(ref);
      await unsay(ref, traces);
    }
    await erasures.personAlone(asked);
    background(finishPerson(asked));
  }

  /** @throws Refusal team.ownersOnly */
  async function exportTeam(actor: Actor, teamId: TeamId) {
    const { ref, record, roster, me } = await door.enter(actor, teamId);
    rules.mustOwn(me);
    const [schedule, all] = await Promise.all([schedules.find(ref), records.ofTeam(ref)]);
    // A goal of somebody who left is not there, as they are not.
    const isHere = ({ owner }: { owner: Person }) => roster.has(owner.id);
    const seen = { ...all, goals: all.goals.filter(isHere), asks: all.asks.filter(isHere) };
    return { team: record.team, roster, schedule: schedule?.thing ?? null, exportedAt: clock(), record: seen };
  }

  /** Nobody finds it from now on, and when this returns there is nothing to find. @throws Refusal team.ownersOnly */
  async function deleteTeam(actor: Actor, teamId: TeamId): Promise<void> {
    const { ref, me } = await door.enter(actor, teamId);
    rules.mustOwn(me);
    await removeTeam(ref);
  }

  /**
   * Another instance remembers the team for some seconds, and may let somebody write there meanwhile: so it stays asked for, and the night
   * looks once more.
   */
  async function removeTeam(ref: TeamRef): Promise<void> {
    await erasures.ask({ team: ref }, clock());
    await teams.uninstall(ref);
    door.forget(ref);
    await erasures.team(ref);
    door.forget(ref);
  }

  /** The app is added to a team again that was deleted: it begins with nothing, and nothing that begins there now is taken away. */
  async function comesBack(ref: TeamRef): Promise<void> {
    const asked = await erasures.askedFor({ team: ref });
    if (asked) await finishTeam(asked, ref);
  }

  /** Everything goes when the grace is over, unless an owner thinks better of it. @throws Refusal team.ownersOnly */
  async function endTeam(actor: Actor, teamId: TeamId) {
    return saveEnding(await door.enter(actor, teamId), (team, me) =>
      rules.endTeam(team, me, daysFrom(clock(), graceInDays)),
    );
  }

  /** @throws Refusal team.ownersOnly */
  async function keepTeam(actor: Actor, teamId: TeamId) {
    return saveEnding(await door.enter(actor, teamId), rules.keepTeam);
  }

  async function saveEnding({ ref, me, roster }: Visit, changed: (team: Team, me: Member) => Team) {
    // As it is now, and not as the door remembers it: two owners may ask at once.
    const found = await teams.find(ref);
    if (!found) throw new NotFound();
    const { ending } = changed(found.thing.team, me);
    await teams.saveEnding(ref, ending);
    door.forget(ref);
    return { ending, roster };
  }

  async function finishTeam(asked: Erasing, ref: TeamRef): Promise<void> {
    await erasures.team(ref);
    door.forget(ref);
    await erasures.done(asked);
  }

  async function finishPerson(asked: Erasing<ErasureOfPerson>): Promise<void> {
    for (const [ref, traces] of await erasures.personEverywhere(asked)) await unsay(ref, traces);
    await erasures.done(asked);
  }

  /** What the bot said no longer names who is gone. Where the bot is not any more, nobody can change it. */
  async function unsay(ref: TeamRef, { posts, kudos, hours: dates }: Traces): Promise<void> {
    const record = (await teams.find(ref))?.thing;
    if (!record) return;
    if (posts.length > 0) await messenger.withdraw(record, posts);
    for (const id of kudos) world.cards.refresh({ ref, record }, id);
    background(world.posts.showAgain(ref, dates));
  }

  /** What was asked for and did not come to its end, and teams whose grace is over. May be called at any time. */
  async function nightly(): Promise<void> {
    const now = clock();
    for (const asked of await erasures.asked()) {
      const { what, askedAt } = asked;
      // Whoever is just about it comes to its end.
      if (minutesAfter(askedAt, settlesInMinutes) > now) continue;
      if ('team' in what) await finishTeam(asked, what.team);
      else await finishPerson({ ...asked, what });
    }
    // It may still be in use: from now on nobody finds it.
    for (const team of await erasures.gone(daysFrom(now, -graceInDays), now)) await removeTeam(team);
    if (forgottenOn === localDateOf(now, 'UTC')) return;
    await forgetPassed();
    forgottenOn = localDateOf(now, 'UTC');
  }
  let forgottenOn: LocalDate | null = null;

  /** Mostly they are forgotten in their time: this is for hours that nobody opened, and conversations in which the bot is silent. */
  async function forgetPassed(): Promise<void> {
    for (const { ref, date } of await erasures.passing())
      if (await hasPassed(ref, date)) await hours.forgetPassing(ref, date);
  }

  return { exportMine, eraseMe, exportTeam, endTeam, keepTeam, deleteTeam, comesBack, nightly };
}

const { graceInDays } = rules.teamLimits;
// Longer than an instance remembers a team, and than anything that it let in takes.
const settlesInMinutes = 10;
const daysFrom = (at: Date, days: number) => minutesAfter(at, days * 24 * 60);

/** What others go on changing is not for who left: of that only what they had a part in themselves. */
function mineAlone(record: PersonalRecord, me: PersonId): PersonalRecord {
  const isMe = ({ id }: Person) => id === me;
  return {
    ...record,
    kudos: record.kudos.map((kudos) => ({ ...kudos, joined: kudos.joined.filter(isMe) })),
    actions: record.actions.filter(({ owner }) => isMe(owner)),
    support: record.support.map((mine) => ('goal' in mine ? { ...mine, title: null } : { ...mine, text: null })),
  };
}
