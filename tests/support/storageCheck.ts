import { TableClient } from '@azure/data-tables';
import type { PersonId } from '../../bot/domain/ids.ts';
import { type CheckIn, goalLimits } from '../../bot/domain/goal.ts';
import { entryRows } from '../../bot/storage/entryRows.ts';
import * as goalCopies from '../../bot/storage/goalCopies.ts';
import { goalOf } from '../../bot/storage/goalRows.ts';
import { kudosCells, kudosOf, profileCells, profileOf } from '../../bot/storage/rows.ts';
import { copiesOf } from '../../bot/storage/kudosCopies.ts';
import * as keys from '../../bot/storage/keys.ts';

const derivedKeys = new RegExp(
  [
    '^(wall|by|value|word|people|goals|ask|askof|waiting|agenda|actions|passing)\\.',
    '^my\\.[^.]+\\.[12k]\\.',
    '^goal\\.[^.]+\\.(checkIn|comment|note)s\\.',
    '^inhour\\.[^.]+\\.(topic|thanks)\\.',
  ].join('|'),
);

type Entity = Readonly<Record<string, unknown>>;

/** All rows of a partition by their keys. */
export async function rowsOf(client: TableClient, partition: string): Promise<Map<string, Entity>> {
  const rows = new Map<string, Entity>();
  const filter = `PartitionKey eq '${partition}'`;
  for await (const { partitionKey: _, rowKey, etag: _etag, timestamp: _at, ...cells } of client.listEntities({
    queryOptions: { filter },
  })) {
    rows.set(String(rowKey), cells);
  }
  return rows;
}

/**
 * Whether the derived rows of a team are exactly what follows from the guarding ones: each copy there, equal, and none too many.
 * Answers what is wrong.
 */
export async function everyIndexMatches(client: TableClient, partition: string): Promise<string[]> {
  const rows = await rowsOf(client, partition);
  const expected = new Map<string, Entity>();
  for (const [key, cells] of rows) {
    const { before: _, ...own } = cells;
    if (key.startsWith('kudos.') && !('takenBackBy' in cells)) {
      const kudos = kudosOf(cells);
      const stems = JSON.parse(String(cells['stems'])) as string[];
      for (const copy of copiesOf(kudos, stems))
        expected.set(copy, { ...kudosCells(kudos), version: cells['version'] });
    }
    if (/^my\.[^.]+\.0$/.test(key)) {
      const person = String(cells['person']) as PersonId;
      expected.set(keys.personInList(person), { ...profileCells(person, profileOf(own)), version: cells['version'] });
    }
    if (/^goal\.[^.]+$/.test(key) && !('removedBy' in cells)) {
      const { version } = cells;
      for (const [copy, held] of goalCopies.copiesOf(goalOf(cells))) expected.set(copy, { ...held, version });
    }
    if (/^(topic|action)\./.test(key) && !('removedAt' in cells)) {
      const { copies, ...held } = own;
      for (const copy of JSON.parse(String(copies)) as string[]) expected.set(copy, held);
    }
    if (/^inhour\.[\d-]+\.note\./.test(key) && cells['passing'] === true)
      expected.set(
        key.replace(/^inhour\.([\d-]+)\.note\./, 'passing.$1.'),
        rows.get(key.replace(/^inhour\.([\d-]+)\.note\./, 'passing.$1.')) ?? {},
      );
    const added = /^goal\.[^.]+\.(checkIn|comment|note)\.[^.]+$/.exec(key)?.[1] as keys.EntryKind | undefined;
    if (added && !('removedAt' in cells)) {
      const list = key.slice(0, key.lastIndexOf('.'));
      expected.set(`${list}s.${keys.addedPlace(entryRows[added].entryOf(cells))}`, own);
    }
  }
  const derived = [...rows].filter(([key]) => derivedKeys.test(key));
  return [
    ...latestCheckIns(rows),
    ...[...expected.keys()].filter((key) => !rows.has(key)).map((key) => `missing ${key}`),
    ...derived.filter(([key]) => !expected.has(key)).map(([key]) => `too many ${key}`),
    ...derived
      .filter(([key, cells]) => expected.has(key) && !isEqual(cells, expected.get(key)!))
      .map(([key]) => `old ${key}`),
  ];
}

/** What a goal shows as checked in last must be what its history ends with. */
function latestCheckIns(rows: ReadonlyMap<string, Entity>): string[] {
  const goals = [...rows].filter(([key, cells]) => /^goal\.[^.]+$/.test(key) && !('removedBy' in cells));
  return goals
    .filter(([key, cells]) => {
      const history = [...rows]
        .filter(([other]) => other.startsWith(`${key}.checkIns.`))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const last = history.slice(0, goalLimits.checkIns).map(([, entry]) => entryRows.checkIn.entryOf(entry));
      const told = (all: readonly CheckIn[]) =>
        String(all.map(({ id, learned, at }) => [id, learned, at.getTime()]).sort());
      return told(last) !== told(goalOf(cells).checkIns);
    })
    .map(([key]) => `other check-ins ${key}`);
}

export const clientFor = (connectionString: string, table: string) =>
  TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });

function isEqual(one: Entity, other: Entity): boolean {
  const sorted = (entity: Entity) => JSON.stringify(Object.entries(entity).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
