import { type PersonId, someoneWhoLeftId, type TeamId, type TenantId } from './ids.ts';
import { Refusal } from './refusal.ts';
import { folded } from './words.ts';

/** The group whose hour it is. A standard channel belongs to its team; a private or shared channel and a group chat are each their own. */
export type TeamKind = 'team' | 'channel' | 'groupChat';

export type Team = {
  readonly id: TeamId;
  readonly tenantId: TenantId;
  readonly kind: TeamKind;
  readonly name: string;
  /** What this team holds dear, 0 to 12 short names; chosen by its owners. */
  readonly values: readonly string[];
  /** An owner wants everything of it deleted, and when that will be; `null` while nobody does. */
  readonly ending: Ending | null;
};

export type Ending = { readonly by: Person; readonly endsAt: Date };

/** Somebody who is on the roster now. Guests are members; who is from another tenant keeps their own tenant. */
export type Member = {
  readonly id: PersonId;
  readonly tenantId: TenantId;
  readonly name: string;
  readonly owner: boolean;
  /** How Teams' own links name somebody (UPN). It changes when people marry or move: never an identity, only ever for such a link. */
  readonly signInName?: string | undefined;
};

/** Who is in, by id. */
export type Roster = ReadonlyMap<PersonId, Member>;

/** In the order of names, once for all who read it: sorting ten thousand for every request would be most of its work. */
export function rosterOf(members: readonly Member[]): Roster {
  return new Map([...members].sort(byName).map((member) => [member.id, member]));
}

export function byName(one: Person, other: Person): number {
  // The first one loads the order of all scripts; no start should wait for that.
  alphabet ??= new Intl.Collator();
  return alphabet.compare(one.name, other.name) || alphabet.compare(one.id, other.id);
}
let alphabet: Intl.Collator | undefined;

/** A person wherever one is shown. The name is the roster's, or, for someone who left, as it was. */
export type Person = { readonly id: PersonId; readonly name: string };

/** Stands where a record of others needs somebody who is erased. Screens and cards have a name of their own for this id. */
export const someoneWhoLeft: Person = { id: someoneWhoLeftId, name: 'Someone who left' };

export const teamLimits = {
  values: 12,
  valueLength: 40,
  /** For how long everything stays after the app was taken out, or an owner asked to delete it: it may have been a mistake. */
  graceInDays: 30,
} as const;

/** Until then everything goes on, and any owner may think better of it. Asking twice does not put it off. @throws Refusal */
export function endTeam(team: Team, by: Member, endsAt: Date): Team {
  mustOwn(by);
  return team.ending ? team : { ...team, ending: { by: { id: by.id, name: by.name }, endsAt } };
}

/** @throws Refusal */
export function keepTeam(team: Team, by: Member): Team {
  mustOwn(by);
  return { ...team, ending: null };
}

/** Taking everything along, or away, is for those who answer for the team. @throws Refusal */
export function mustOwn(by: Member): void {
  if (!by.owner) throw new Refusal('team.ownersOnly');
}

/** Owners configure; they do not see more than members do. */
export function chooseValues(team: Team, values: readonly string[], by: Member): Team {
  if (!by.owner) throw new Refusal('values.ownersOnly');
  if (new Set(values.map(folded)).size < values.length) throw new Refusal('values.twice');
  return { ...team, values };
}
