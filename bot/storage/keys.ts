import type { KudosId, PersonId, TeamId, TeamRef, TenantId } from '../domain/ids.ts';
import { folded } from '../domain/words.ts';
import type { Position } from '../app/ports.ts';

/*
 * Every key of the house. One table; a partition is a team, so that each change of a team is one transaction and each list one
 * range of row keys; what belongs to a person across teams has a partition of its own. Whatever comes from outside is written
 * as base64url, and the separator `.` is not in that alphabet: different things can never end up under one key.
 *
 * A kudos is one row under its id, and a full copy in every list it can be found in, so no list ever reads further rows.
 * Search reads word rows instead of the history, and pays for that with two limits: a word of up to five letters is found
 * when it is typed whole, a longer one from its first six letters on; and of a very long text only the longest words
 * count (see searchWords.ts). Reading the whole history instead would cost more with every year a team is together.
 */

/** `t.MTEx….MTk6…`: everything of a team. */
export const teamPartition = (ref: TeamRef) => `t.${part(ref.tenantId)}.${part(ref.teamId)}`;
/** `p.MTEx….MzMz…`: which teams a person is in. */
export const personPartition = (tenant: TenantId, person: PersonId) => `p.${part(tenant)}.${part(person)}`;

/** A team id nobody can have: it is not in the table, and could not be. */
export const fitsPartition = (id: TeamId) => id.isWellFormed() && Buffer.byteLength(id) <= 330;

/* In the partition of a person */

/** `team.MTk6…` */
export const membership = (id: TeamId) => `team.${part(id)}`;
export const memberships = 'team.';

/* In the partition of a team */

/** `team` */
export const team = 'team';
/** `kudos.YWJj…`: the kudos itself, or what stays of one that was taken back. */
export const kudos = (id: KudosId) => `kudos.${part(id)}`;
/** `card.YWJj…`: what became of the bot's card for it. */
export const card = (id: KudosId) => `card.${part(id)}`;

/** `my.MzMz….0`: the profile. It stands before the hidden kudos, so that both are one range for the first screen. */
export const profile = (person: PersonId) => `${mine(person)}0`;
/** `my.MzMz….` */
export const mine = (person: PersonId) => `my.${part(person)}.`;
/** `people.MzMz…`: the copy of a profile for the list of everybody. */
export const personInList = (person: PersonId) => `people.${part(person)}`;
export const people = 'people.';

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

/** The place of a kudos in every list, newest first: a later moment makes a smaller number. */
export function place({ createdAt, id }: Position): string {
  return `${String(lastMoment - createdAt.getTime()).padStart(16, '0')}.${part(id)}`;
}

/** The position that a place stands for; the empty place is before everything. */
export function positionAt(at: string): Position {
  const [ticks = '', id = ''] = at.split('.');
  return { createdAt: new Date(lastMoment - Number(ticks)), id: Buffer.from(id, 'base64url').toString() as KudosId };
}

/** Row keys of a list after a place: `~` sorts behind everything that a key can hold. */
export const rangeOf = (prefix: string, after = '') => ({ after: prefix + after, before: `${prefix}~` });
export type KeyRange = ReturnType<typeof rangeOf>;

// The last moment that a Date can hold; every moment since 1970 is a sixteen-digit distance before it.
const lastMoment = 8.64e15;

function part(text: string): string {
  return Buffer.from(text).toString('base64url');
}
