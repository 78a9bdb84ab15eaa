import type {
  ActionItemId,
  EntryId,
  GoalId,
  HourDate,
  KudosId,
  NoteId,
  PersonId,
  TeamId,
  TeamRef,
  TenantId,
  TopicId,
} from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { folded } from '../domain/words.ts';
import type { AskPlace, EntryPlace, GoalPlace } from '../app/goalPorts.ts';
import type { ActionPlace, HourMark } from '../app/hourPorts.ts';
import type { Position } from '../app/kudosPorts.ts';

/*
 * Every key of the house. One table; a partition is a team, so that each change of a team is one transaction and each list one
 * range of row keys; what belongs to a person across teams has a partition of its own. Whatever comes from outside is written
 * as base64url, and the separator `.` is not in that alphabet: different things can never end up under one key.
 *
 * A kudos is one row under its id, and a full copy in every list it can be found in, so no list ever reads further rows.
 * Search reads word rows instead of the history, and pays for that with two limits: a word of up to five letters is found
 * when it is typed whole, a longer one from its first six letters on; and of a very long text only the longest words
 * count (see searchWords.ts). Reading the whole history instead would cost more with every year a team is together.
 *
 * A goal is kept the same way: one row under its id, and a full copy in the list of each person who may see it, so that the list of
 * anybody else holds nothing to filter out. What was added to it stands under its own key, behind it.
 *
 * An hour is a row only when somebody has touched it. What people write in it are rows of their own, so that many can write at once;
 * what was just for the hour stands apart from all of them, where nothing but the hour itself ever looks.
 */

/** `t.MTEx….MTk6…`: everything of a team. */
export const teamPartition = (ref: TeamRef) => `${teams}${part(ref.tenantId)}.${part(ref.teamId)}`;
export const teams = 't.';
export const isOfTeam = (partition: string, id: string) =>
  partition.startsWith(teams) && partition.endsWith(`.${part(id)}`);
/** `p.MTEx….MzMz…`: which teams a person is in. */
export const personPartition = (tenant: TenantId, person: PersonId) => `p.${part(tenant)}.${part(person)}`;

/** `exports`, then `2026-11-28`: which night was exported. */
export const exportsPartition = 'exports';
export const nightlyExport = (night: LocalDate) => night;

/** `erasures`, then `p.MTEx….MzMz…` or `t.MTEx….MTk6…`: whom or what somebody asked to erase, until all of it is gone. */
export const erasuresPartition = 'erasures';
/** `begun`, then `ZjFh….MTk6…`: where somebody has begun anew since that was asked; `ZjFh….0` in what is theirs alone. */
export const begunPartition = 'begun';
export const begun = (asked: string, ref: TeamRef | null) => `${part(asked)}.${ref ? part(ref.teamId) : '0'}`;
export const askedIn = (begun: string) => partOf(begun.split('.')[0]!);
export const everyBegun: KeyRange = { after: '-', before: '~' };

/** The team whose partition this is. */
export function teamOf(partition: string): TeamRef | null {
  const [tenant = '', team = ''] = partition.startsWith(teams) ? partition.slice(teams.length).split('.') : [];
  return team ? { tenantId: partOf(tenant) as TenantId, teamId: partOf(team) as TeamId } : null;
}
export function personOf(partition: string): { tenantId: TenantId; personId: PersonId } | null {
  const [kind, tenant = '', person = ''] = partition.split('.');
  return kind === 'p' ? { tenantId: partOf(tenant) as TenantId, personId: partOf(person) as PersonId } : null;
}
/** How a person is written in keys. */
export const partOfPerson = (person: PersonId) => part(person);
/** Whether a key belongs to one person: their own rows, and their place in lists. */
export const isAbout = (key: string, person: PersonId) => key.split('.').includes(part(person));
/** What the parts of a key say, as far as they are encoded. */
export const partsIn = (key: string): string[] => key.split('.').map(partOf);
/** Their own rows that stand under their name first, and are no list of something else. */
export const isOfPersonAlone = (key: string, person: PersonId) => {
  const [kind = '', first = '', ...rest] = key.split('.');
  const isList = ['by', 'askof', 'my', 'people'].includes(kind);
  return !isList && (first === part(person) || (kind === 'inhour' && rest.at(-1) === part(person)));
};
/** The kudos whose own row this is. */
export const kudosIn = (key: string) =>
  /^kudos\.[^.]+$/.test(key) ? (partOf(key.slice('kudos.'.length)) as KudosId) : null;
/** Whether a key is behind that of a goal. */
export const goalIn = (key: string) => (/^goal\.[^.]+\./.test(key) ? (partOf(key.split('.')[1]!) as GoalId) : null);
/** The beginning of a word that a row is found by. */
export const stemIn = (key: string) => (key.startsWith('word.') ? partOf(key.split('.')[1]!) : null);

/** A team id nobody can have: it is not in the table, and could not be. */
export const fitsPartition = (id: TeamId) => id.isWellFormed() && Buffer.byteLength(id) <= 330;

/* In a partition of its own */

/** What is known of the service itself. */
export const house = 'house';
/** `heard`: when Teams was last heard from. */
export const heard = 'heard';
/** `probe`: written to see whether one can. */
export const probe = 'probe';

/* In the partition of a person */

/** `team.MTk6…` */
export const membership = (id: TeamId) => `team.${part(id)}`;
export const memberships = 'team.';
/** `left.MTk6…`: that they once were in it, and have something of theirs there. */
export const former = (id: TeamId) => `${formers}${part(id)}`;
export const formers = 'left.';

/** `turn.0`: one of the few messages that somebody gets in a week, from whichever team. */
export const turn = (place: number) => `${turnsTaken}${place}`;
export const turnsTaken = 'turn.';

/* In the partition of a team */

/** `team` */
export const team = 'team';
/** `kudos.YWJj…`: the kudos itself, or what stays of one that was taken back. */
export const kudos = (id: KudosId) => `kudos.${part(id)}`;
/** `card.YWJj…`: what became of the bot's card for it. */
export const card = (id: KudosId) => `card.${part(id)}`;

/** `my.MzMz….0`: the profile. Open goals and action items and hidden kudos stand behind it: all are one range for the first screen. */
export const profile = (person: PersonId) => `${mine(person)}0`;
/** `my.MzMz….` */
export const mine = (person: PersonId) => `my.${part(person)}.`;
/** `people.MzMz…`: the copy of a profile for the list of everybody. */
export const personInList = (person: PersonId) => `people.${part(person)}`;
export const people = 'people.';

/** `schedule`: when the hour is. The hours that somebody has touched stand behind it: both are one range for the first screen. */
export const schedule = 'schedule';
/** `proposal.MzMz…`: what a member would choose. */
export const proposal = (person: PersonId) => `${proposals}${part(person)}`;
export const proposals = 'proposal.';

/* Lists of kudos: a prefix, then the place, `8638204207000000.YWJj…`. */

/** `wall.`: those that everybody in the team may see. */
export const wall = 'wall.';
/** `my.MzMz….k.`: those that only some may see, once for each of them. */
export const hidden = (person: PersonId) => `${mine(person)}k.`;
/** `by.MzMz….`: given by or to this person, and on the wall. */
export const by = (person: PersonId) => `by.${part(person)}.`;
/** `value.Y291cmFnZQ.`: for this value, and on the wall. The key holds its beginning, and the code checks the rest. */
export const value = (name: string) => `value.${part([...folded(name)].slice(0, 40).join(''))}.`;
/** `word.cHJlc2Vu.`: with a word that begins like this, and on the wall. */
export const word = (stem: string) => `word.${part(stem)}.`;

/** `waiting.0001795608000000.YWJj…`: one that waits for the hour, oldest first. */
export const waiting = 'waiting.';
export const waitingFor = ({ createdAt, id }: Position) => `${waiting}${oldestFirst(createdAt)}.${part(id)}`;

/** The place of a kudos in every list, newest first. */
export const place = ({ createdAt, id }: Position) => `${ticks(createdAt)}.${part(id)}`;

/** The position that a place stands for; the empty place is before everything. */
export function positionAt(at: string): Position {
  const [moment = '', id = ''] = at.split('.');
  return { createdAt: momentOf(moment), id: partOf(id) as KudosId };
}

/* Goals */

/** `goal.YWJj…`: the goal itself, or what stays of one that was deleted. */
export const goal = (id: GoalId) => `goal.${part(id)}`;
/** `goal.YWJj….`: everything that was added to it. */
export const addedTo = (id: GoalId) => `${goal(id)}.`;
export type EntryKind = 'checkIn' | 'comment' | 'note';
/** `goal.YWJj….comment.ZGVm…`: what was added under this id, or what stays of it when it was removed. */
export const entry = (of: GoalId, kind: EntryKind, id: EntryId) => `${addedTo(of)}${kind}.${part(id)}`;
/** `goal.YWJj….comments.`: a list, newest first; then the place, as that of a kudos. */
export const entries = (of: GoalId, kind: EntryKind) => `${addedTo(of)}${kind}s.`;

/* Lists of goals: a prefix, then the place, `MzMz….0.8638204207000000.YWJj…`: by owner, open (0) before closed (1), newest first. */

/** `goals.own.`: each person's own, whoever else may see them. */
export const ownGoals = 'goals.own.';
/** `goals.team.`: those that everybody in the team may see. */
export const teamGoals = 'goals.team.';
/** `goals.for.MzMz….0.`: open (0) or closed (1) ones that this person supports or is asked to; the open ones are a range of their own. */
export const goalsFor = (person: PersonId, isClosed: boolean) => `goals.for.${part(person)}.${flag(isClosed)}.`;

export const goalPlace = ({ owner, isClosed, at, id }: GoalPlace) =>
  `${placesOf(owner, isClosed)}${ticks(at)}.${part(id)}`;
/** Where the places of one owner begin, or of their open or closed ones: `MzMz….`, `MzMz….0.` */
export const placesOf = (owner: PersonId, isClosed?: boolean) =>
  isClosed === undefined ? `${part(owner)}.` : `${part(owner)}.${flag(isClosed)}.`;

export function goalPlaceAt(at: string): GoalPlace {
  const [owner = '', isClosed = '', moment = '', id = ''] = at.split('.');
  return {
    owner: partOf(owner) as PersonId,
    isClosed: isClosed === flag(true),
    at: momentOf(moment),
    id: partOf(id) as GoalId,
  };
}

/** `my.MzMz….1.`: how open goals look from afar. */
export const goalHeads = (person: PersonId) => `${mine(person)}1.`;
/** `my.MzMz….1.0.8638204207000000.YWJj…`: the one last checked in first; behind them (1) those that never were, newest first. */
export const goalHead = (person: PersonId, head: { checkedInAt: Date | null; createdAt: Date; id: GoalId }) =>
  `${goalHeads(person)}${flag(!head.checkedInAt)}.${ticks(head.checkedInAt ?? head.createdAt)}.${part(head.id)}`;

/** `ask.`: what the team is asked for; then the place, as that of a kudos. */
export const asks = 'ask.';
/** `askof.MzMz….`: what this person asks the team for. */
export const asksOf = (person: PersonId) => `askof.${part(person)}.`;

/** The place of an ask, or of something that was added to a goal. */
export const addedPlace = ({ at, id }: AskPlace | EntryPlace) => `${ticks(at)}.${part(id)}`;
export function addedPlaceAt<Id extends GoalId | EntryId>(at: string): { readonly at: Date; readonly id: Id } {
  const [moment = '', id = ''] = at.split('.');
  return { at: momentOf(moment), id: partOf(id) as Id };
}

/* Hours */

/** `pulse`: another version with every change of an hour, of what is written in it, and of action items. Who polls reads nothing else. */
export const pulse = 'pulse';
/** `turns`: who did what when, and who has talked with whom. */
export const turns = 'turns';

/** `schedule.7973-88-80`: the hour of 2026-11-19. Every digit is counted from nine down, so that the newest stands first. */
export const hour = (date: LocalDate) => `${hours}${invertedDate(date)}`;
export const hours = `${schedule}.`;
export const invertedDate = (date: LocalDate) => date.replace(/\d/g, (digit) => String(9 - Number(digit)));
/** The date of the hour whose row this is. */
export const hourIn = (key: string): LocalDate | null =>
  key.startsWith(hours) ? (invertedDate(key.slice(hours.length)) as LocalDate) : null;
/** The hours from a day on; and these with the schedule before them. */
export const hoursFrom = (date: LocalDate): KeyRange => ({ after: hours, before: `${hour(date)}~` });
export const scheduleAndHoursFrom = (date: LocalDate): KeyRange => ({
  ...hoursFrom(date),
  after: schedule.slice(0, -1),
});

/** `inhour.2026-11-19.`: what stays of what people wrote and marked in an hour. */
export const inHour = (date: HourDate) => `inhour.${date}.`;
/** `inhour.2026-11-19.note.YWJj…`: a line; or only that its id is taken, when it was removed or was just for the hour. */
export const note = (date: HourDate, id: NoteId) => `${inHour(date)}note.${part(id)}`;
/** `inhour.2026-11-19.topic.YWJj…`: talked about in it, or sent out of it. */
export const closedTopic = (date: HourDate, id: TopicId) => `${inHour(date)}topic.${part(id)}`;
/** `inhour.2026-11-19.thanks.8638….YWJj…`: a kudos that came into sight as it opened. */
export const thanks = (date: HourDate, position: Position) => `${inHour(date)}thanks.${place(position)}`;
/** `inhour.2026-11-19.away.MzMz…` */
export const mark = (date: HourDate, kind: HourMark, person: PersonId) => `${inHour(date)}${kind}.${part(person)}`;
/** `inhour.2026-11-19.exit.MzMz…`: what somebody leaves with. */
export const exit = (date: HourDate, person: PersonId) => `${inHour(date)}exit.${part(person)}`;
/** `inhour.2026-11-19.status.MzMz…`: what somebody wrote in the place of the meeting that was given up. */
export const status = (date: HourDate, person: PersonId) => `${inHour(date)}status.${part(person)}`;

/** `passing.2026-11-19.`: lines that are just for an hour. Whatever exports, posts or searches has no business here. */
export const passing = (date: HourDate) => `${passings}${date}.`;
export const passings = 'passing.';
export const isPassing = (key: string) => key.startsWith(passings);
/** The guarding row of such a line. */
export const guardOfPassing = (key: string) => key.replace(/^passing\.([\d-]+)\./, 'inhour.$1.note.');
export const passingNote = (date: HourDate, id: NoteId) => `${passing(date)}${part(id)}`;
/** Where the words of a line are whose own row only says that it passes. */
export const passingTwin = (date: HourDate, noteKey: string) => noteKey.replace(`${inHour(date)}note.`, passing(date));

/** `topic.YWJj…`: the topic itself, or what stays of one that was removed. */
export const topic = (id: TopicId) => `topic.${part(id)}`;
/** `agenda.0001795608000000.YWJj…`: what waits to be talked about, oldest first. */
export const agenda = 'agenda.';
export const onAgenda = ({ createdAt, id }: { createdAt: Date; id: TopicId }) =>
  `${agenda}${oldestFirst(createdAt)}.${part(id)}`;

/** `action.YWJj…`: the action item itself, or what stays of one that was removed. */
export const action = (id: ActionItemId) => `action.${part(id)}`;

/* Lists of action items: a prefix, then the place, `0.2026-11-26.YWJj…`: open (0) by due date, closed (1) newest first. */

/** `actions.team.` */
export const teamActions = 'actions.team.';
/** `actions.of.MzMz….`: owned by or promised to this person. */
export const actionsOf = (person: PersonId) => `actions.of.${part(person)}.`;
/** `my.MzMz….2.`: the open ones of this person. */
export const myActions = (person: PersonId) => `${mine(person)}2.`;

export const actionPlace = ({ isClosed, at, id }: ActionPlace) =>
  `${actionsWithin(isClosed)}${isClosed ? ticks(new Date(at)) : at || withoutDate}.${part(id)}`;
export const actionsWithin = (isClosed: boolean) => `${flag(isClosed)}.`;
// Sorts behind every date.
const withoutDate = 'some-day';

export function actionPlaceAt(place: string): ActionPlace {
  const [closed, moment = '', id = ''] = place.split('.');
  const isClosed = closed === flag(true);
  const due = moment === withoutDate ? '' : moment;
  return { isClosed, at: isClosed ? momentOf(moment).toISOString() : due, id: partOf(id) as ActionItemId };
}

/** `avoid.MzMz…`: whom this person would rather not be paired with. */
export const avoid = (person: PersonId) => `${avoids}${part(person)}`;
export const avoids = 'avoid.';

/* Reminders */

/** `said.7973-88-80.before`: what became of saying something about the hour of 2026-11-19; newest first, as the hours. */
export const said = (date: LocalDate, kind: string) => `${saying(null)}${invertedDate(date)}.${kind}`;
/** `told.MzMz….7973-88-80.digest`: the same, to one person. */
export const told = (person: PersonId, date: LocalDate, kind: string) =>
  `${saying(person)}${invertedDate(date)}.${kind}`;
export const saying = (to: PersonId | null) => (to ? `told.${part(to)}.` : 'said.');
/** From a day on. */
export const saidFrom = (date: LocalDate): KeyRange => ({
  after: saying(null),
  before: `${saying(null)}${invertedDate(date)}~`,
});
/** `saying`: what a team wants to hear. The schedule stands next to it. */
export const teamReminders = 'saying';
export const wishesScheduleAndHoursFrom = (date: LocalDate): KeyRange => ({
  ...hoursFrom(date),
  after: teamReminders.slice(0, -1),
});

/** `wish.MzMz….0`: what somebody wants to be told alone. When they were last heard of stands behind it: both are one range. */
export const wishesOf = (person: PersonId) => `${wishesAndContact(person)}0`;
/** `wish.MzMz….snoozed`: which kinds wait until when. A row of its own, which a version of the service that knows nothing of it leaves alone. */
export const snoozesOf = (person: PersonId) => `${wishesAndContact(person)}snoozed`;
/** `wish.MzMz….seen` */
export const contact = (person: PersonId, mark: string) => `${wishesAndContact(person)}${mark}`;
/** `wish.MzMz….reads`: the language in which they read. */
export const reading = (person: PersonId) => `${wishesAndContact(person)}reads`;
export const wishesAndContact = (person: PersonId) => `wish.${part(person)}.`;

/* When to look at a team or a person again: in partitions of their own, which can be made anew from the teams. */

/** `due.7`: one of sixteen, so that no single one has to take them all. */
export const duePartition = (shard: number) => `due.${shard.toString(16)}`;
export const dueShards = 16;
export const isDuePartition = (partition: string) => partition.startsWith('due.');
/** `MTEx….MTk6….`, with the person behind it where it is theirs. */
export const due = ({ tenantId, teamId }: TeamRef, person: PersonId | null) =>
  `${part(tenantId)}.${part(teamId)}.${part(person ?? '')}`;
export function teamOfDue(key: string): TeamRef {
  const [tenant = '', team = ''] = key.split('.');
  return { tenantId: partOf(tenant) as TenantId, teamId: partOf(team) as TeamId };
}
export const everyDue: KeyRange = { after: '-', before: '~' };

/** `pace`, then `MTEx…`: up to when a tenant's share of what Teams takes is given away. */
export const pacePartition = 'pace';
export const pace = (tenant: TenantId) => part(tenant);

/** Row keys of a list after a place, of all of it or of a part: `~` sorts behind everything that a key can hold. */
export const rangeOf = (prefix: string, after = '', within = '') => ({
  after: prefix + after,
  before: `${prefix}${within}~`,
});
export type KeyRange = { readonly after: string; readonly before: string };

// The last moment that a Date can hold; every moment since 1970 is a sixteen-digit distance before it.
const lastMoment = 8.64e15;
/** Newest first: a later moment makes a smaller number. */
const ticks = (moment: Date) => String(lastMoment - moment.getTime()).padStart(16, '0');
const momentOf = (text: string) => new Date(lastMoment - Number(text));
const oldestFirst = (moment: Date) => String(moment.getTime()).padStart(16, '0');

const flag = (is: boolean) => (is ? '1' : '0');
const part = (text: string) => Buffer.from(text).toString('base64url');
const partOf = (text: string) => Buffer.from(text, 'base64url').toString();
