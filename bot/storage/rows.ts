import type { HourDate, KudosId, PersonId, TeamRef } from '../domain/ids.ts';
import type { Kudos, Visibility } from '../domain/kudos.ts';
import { emptyProfile, type Profile, type Wish, wishes } from '../domain/profile.ts';
import type { Ending, Person, TeamKind } from '../domain/team.ts';
import type { TeamRecord } from '../app/ports.ts';
import type { Cells } from './limits.ts';
import type { Row } from './table.ts';

/*
 * Rows and what they stand for. Reading is tolerant: an older version of the service reads what a newer one wrote, and the other way
 * round, during every deployment. Where a row says something unknown about who may see it, the quietest reading is taken.
 */

export type Read = Row['cells'];
export const schema = { v: 1 } as const;

export function kudosCells(kudos: Kudos): Cells {
  return {
    ...schema,
    id: kudos.id,
    from: peopleCell([kudos.from]),
    to: peopleCell(kudos.to),
    text: kudos.text,
    ...told({ effect: kudos.effect, value: kudos.value, goalId: kudos.goalId, messageLink: kudos.messageLink }),
    visibility: kudos.visibility,
    ...told({ openedIn: kudos.openedIn }),
    joined: peopleCell(kudos.joined),
    createdAt: kudos.createdAt.toISOString(),
  };
}

export function kudosOf(cells: Read): Kudos {
  return {
    id: textOf(cells['id']) as KudosId,
    from: peopleOf(cells['from'])[0] ?? nobody,
    to: peopleOf(cells['to']),
    text: textOf(cells['text']),
    effect: toldOf(cells['effect']),
    value: toldOf(cells['value']),
    goalId: toldOf(cells['goalId']),
    messageLink: toldOf(cells['messageLink']),
    ...seenAs(cells),
    joined: peopleOf(cells['joined']),
    createdAt: new Date(textOf(cells['createdAt'])),
  };
}
export const seenAs = (cells: Read): Pick<Kudos, 'visibility' | 'openedIn'> => ({
  visibility: visibilities.find((known) => known === cells['visibility']) ?? 'hour',
  openedIn: toldOf(cells['openedIn']) as HourDate | null,
});
const visibilities: readonly Visibility[] = ['channel', 'private', 'hour'];

export function profileCells(person: PersonId, profile: Profile): Cells {
  const { workingHours, strengths, canShow, wantsToLearn, ...plain } = profile;
  return {
    ...schema,
    person,
    ...plain,
    ...told({ workingHours: workingHours && JSON.stringify(workingHours) }),
    strengths: JSON.stringify(strengths),
    canShow: JSON.stringify(canShow),
    wantsToLearn: JSON.stringify(wantsToLearn),
  };
}

export function profileOf(cells: Read): Profile {
  return {
    role: textOf(cells['role']),
    about: textOf(cells['about']),
    howToWork: textOf(cells['howToWork']),
    pronouns: textOf(cells['pronouns']),
    timeZone: textOf(cells['timeZone']),
    workingHours: cells['workingHours'] ? (JSON.parse(textOf(cells['workingHours'])) as Profile['workingHours']) : null,
    strengths: linesOf(cells['strengths']),
    canShow: linesOf(cells['canShow']),
    wantsToLearn: linesOf(cells['wantsToLearn']),
    thankMe: wishOf(cells['thankMe']),
  };
}

export function wishOf(cell: unknown): Wish {
  // Azure answers `null` for a property that was asked for by name and is not there; Azurite leaves it out.
  if (cell === undefined || cell === null) return emptyProfile.thankMe;
  return wishes.find((known) => known === cell) ?? 'no';
}

export type TeamFacts = { readonly kind: TeamKind; readonly name: string; readonly address: string };

/** A team that the app was taken out of keeps its row, so that everything is there when it comes back. */
export type TeamRow = TeamFacts & {
  readonly values: readonly string[];
  /** Changes with the values alone: who edits them must not lose to a member event. */
  readonly valuesVersion: string;
  readonly rosterVersion: string;
  readonly uninstalledAt: string | null;
  readonly ending: Ending | null;
};

export function teamCells({ values, uninstalledAt, ending, ...plain }: TeamRow): Cells {
  const ends = { endsAt: ending && ending.endsAt.toISOString(), endingBy: ending && peopleCell([ending.by]) };
  return { ...schema, ...plain, values: JSON.stringify(values), ...told({ uninstalledAt, ...ends }) };
}

export function teamRowOf(cells: Read): TeamRow {
  return {
    kind: kinds.find((known) => known === cells['kind']) ?? 'team',
    name: textOf(cells['name']),
    address: textOf(cells['address']),
    values: linesOf(cells['values']),
    valuesVersion: textOf(cells['valuesVersion']),
    rosterVersion: textOf(cells['rosterVersion']),
    uninstalledAt: toldOf(cells['uninstalledAt']),
    ending: cells['endsAt']
      ? { by: peopleOf(cells['endingBy'])[0] ?? nobody, endsAt: new Date(textOf(cells['endsAt'])) }
      : null,
  };
}
const kinds: readonly TeamKind[] = ['team', 'channel', 'groupChat'];

export function teamRecordOf(ref: TeamRef, row: TeamRow): TeamRecord {
  const { kind, name, address, values, ending, rosterVersion } = row;
  return { team: { id: ref.teamId, tenantId: ref.tenantId, kind, name, values, ending }, rosterVersion, address };
}

export const textOf = (cell: unknown) => (typeof cell === 'string' ? cell : '');
export const toldOf = (cell: unknown) => textOf(cell) || null;
export const linesOf = (cell: unknown) => (cell ? (JSON.parse(textOf(cell)) as string[]) : []);

/** Tables have no `null`: what was not told is not written. */
export function told(cells: Readonly<Record<string, string | null>>): Cells {
  return Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== null));
}

// Pairs instead of objects: three hundred who joined in fit into one cell.
export const peopleCell = (people: readonly Person[]) => JSON.stringify(people.map(({ id, name }) => [id, name]));
export const peopleOf = (cell: unknown): Person[] =>
  cell ? (JSON.parse(textOf(cell)) as [PersonId, string][]).map(([id, name]) => ({ id, name })) : [];
/** Who stands where a row names nobody. */
export const nobody: Person = { id: '' as PersonId, name: '' };
