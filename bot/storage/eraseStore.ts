import type { Erasing, ErasureOfPerson, EraseStore, Traces } from '../app/operationPorts.ts';
import { digestOf } from '../domain/digest.ts';
import {
  type GoalId,
  type HourDate,
  hourDate,
  type KudosId,
  type PersonId,
  type TeamRef,
  type TenantId,
} from '../domain/ids.ts';
import type { Blobs } from './blobs.ts';
import { bulk } from './bulk.ts';
import { erasings } from './erasings.ts';
import { type Erased, erasedRow, mentions, namedIn, spent } from './erasedRow.ts';
import { type TypedRow, writtenCells } from './exportLines.ts';
import { noteOf } from './hourRows.ts';
import * as keys from './keys.ts';
import { beat } from './pulse.ts';
import { shardOf } from './queue.ts';
import { linesOf, peopleOf } from './rows.ts';
import type { Table } from './table.ts';
import { topicOf } from './topicStore.ts';
import { awayBecause } from './trouble.ts';
import { wholeRange } from './wholeRange.ts';
import type { WholeTable } from './wholeTable.ts';
import { newVersion } from './writes.ts';

const maxRounds = 5;

/** Erasing reads whole partitions, and is repeated until nothing is found any more: somebody may be writing meanwhile. */
export function eraseStore(table: Table, whole: WholeTable, blobs: Blobs | null): EraseStore {
  const asking = erasings(table, blobs);

  async function personIn(ref: TeamRef, person: PersonId): Promise<Traces> {
    const partition = keys.teamPartition(ref);
    const posts: string[] = [];
    const kudos = new Set<KudosId>();
    const hours = new Set<HourDate>();
    // First: who wishes for reminders while this goes on is reminded.
    await emptyOf(keys.duePartition(shardOf(keys.due(ref, null), keys.dueShards)), keys.due(ref, person));
    const dates = new Set<HourDate>();
    for (let round = 1; ; round++) {
      const who = await lookFor(partition, person);
      const written = bulk(table);
      let changes = 0;
      for await (const rows of whole.rows({ partition })) {
        for (const row of rows) {
          const stays = erasedRow(row, who);
          if (stays === null) continue;
          changes++;
          const date = /^inhour\.([\d-]+)\.(note|topic)\./.exec(row.key)?.[1];
          if (date) dates.add(hourDate(date));
          if (isSpentKudos(row, stays)) posts.push(...(await cardOf(partition, row)));
          else if (stays !== 'gone' && keys.kudosIn(row.key)) kudos.add(keys.kudosIn(row.key)!);
          const hour = hourShowing(row);
          if (hour) hours.add(hour);
          await written.add(partition, changeOf(row, stays));
          const guard = keys.isPassing(row.key) ? await table.get(partition, keys.guardOfPassing(row.key)) : null;
          if (guard) await written.add(partition, { do: 'replace', key: guard.key, cells: spent(), etag: guard.etag });
        }
      }
      const refused = await written.end();
      if (changes === 0) break;
      if (round === maxRounds && refused > 0) throw awayBecause('written to again and again');
      if (round === maxRounds) break;
    }
    for (const date of dates) await findableAgain(partition, date);
    if (dates.size > 0) await table.write(partition, [beat(newVersion())]);
    return { posts, kudos: [...kudos], hours: [...hours] };
  }

  async function emptyOf(partition: string, key: string): Promise<void> {
    const row = await table.get(partition, key, ['v']);
    if (row) await table.write(partition, [{ do: 'delete', key, etag: row.etag }]);
  }

  /** How they were called, and which goals are theirs. */
  async function lookFor(partition: string, id: PersonId): Promise<Erased> {
    const names = new Set<string>();
    const goals = new Set<GoalId>();
    for await (const rows of whole.rows({ partition })) {
      for (const { key, cells } of rows) {
        for (const person of namedIn(cells)) if (person.id === id) names.add(person.name);
        const owner = cells['owner'];
        const isGoal = /^goal\.[^.]+$/.test(key) && typeof owner === 'string';
        if (isGoal && peopleOf(owner)[0]?.id === id) goals.add(String(cells['id']) as GoalId);
      }
    }
    return { id, names: [...names].filter((name) => /\S\s+\S/.test(name)), goals };
  }

  /** Where the bot's card for it is; what is known of it goes as well. */
  async function cardOf(partition: string, { key }: TypedRow): Promise<readonly string[]> {
    const card = await table.get(partition, key.replace(/^kudos/, 'card'));
    if (!card) return [];
    await table.write(partition, [{ do: 'delete', key: card.key, etag: card.etag }]);
    return linesOf(card.cells['posts']);
  }

  /** An hour is found by what was written in it. */
  async function findableAgain(partition: string, date: HourDate): Promise<void> {
    const hour = await table.get(partition, keys.hour(date));
    if (!hour?.cells['digest']) return;
    const rows = await wholeRange(table, partition, keys.rangeOf(keys.inHour(date)));
    const of = (kind: string) => rows.filter(({ key }) => key.startsWith(`${keys.inHour(date)}${kind}.`));
    const notes = of('note').filter(({ cells }) => !('removedAt' in cells) && cells['passing'] !== true);
    const digest = digestOf({
      topics: of('topic').map(({ cells }) => topicOf(cells)),
      notes: notes.map(({ cells }) => noteOf(cells)),
    });
    const cells = writtenCells({ ...(hour.cells as TypedRow['cells']), digest });
    await table.write(partition, [{ do: 'replace', key: hour.key, cells, etag: hour.etag }]);
  }

  async function everywhere(erasing: Erasing<ErasureOfPerson>): Promise<Map<TeamRef, Traces>> {
    const { tenantId: tenant, personId: person } = erasing.what.person;
    const who = { id: person, names: [], goals: new Set<GoalId>() };
    const found = new Set<string>();
    for await (const rows of whole.rows())
      for (const { partition, key, cells } of rows)
        if (isOurs(partition, tenant) && (isAboutPartition(partition, key, person) || mentions(cells, who)))
          found.add(partition);
    const isTheirs = (partition: string) => (row: TypedRow) =>
      isAboutPartition(partition, row.key, person) || mentions(row.cells, who);
    const traces = new Map<TeamRef, Traces>();
    // Plans first, as long as one can tell which teams they are of.
    for (const partition of [...found].filter((each) => !keys.teamOf(each))) {
      const teamOf = keys.isDuePartition(partition) ? keys.teamOfDue : () => null;
      await empty(partition, async (row) => isTheirs(partition)(row) && asking.isOpen(erasing, teamOf(row.key)));
    }
    for (const ref of [...found].flatMap((each) => keys.teamOf(each) ?? [])) {
      if (!(await asking.isOpen(erasing, ref))) continue;
      traces.set(ref, await personIn(ref, person));
      await asking.beginsAnew(erasing, ref);
    }
    return traces;
  }

  const isOurs = (partition: string, tenant: TenantId) =>
    ![keys.exportsPartition, keys.erasuresPartition, keys.begunPartition].includes(partition) &&
    (keys.teamOf(partition)?.tenantId ?? keys.personOf(partition)?.tenantId ?? tenant) === tenant;
  const isAboutPartition = (partition: string, key: string, person: PersonId) =>
    keys.isAbout(partition, person) || keys.isAbout(key, person);

  async function empty(partition: string, isToGo: (row: TypedRow) => boolean | Promise<boolean>): Promise<void> {
    for (let round = 1; ; round++) {
      const written = bulk(table);
      for await (const rows of whole.rows({ partition }))
        for (const row of rows) if (await isToGo(row)) await written.add(partition, changeOf(row, 'gone'));
      if ((await written.end()) === 0) return;
      if (round === maxRounds) throw awayBecause('written to again and again');
    }
  }

  return {
    ...asking,
    personIn,
    personEverywhere: everywhere,

    async personAlone(erasing) {
      const { tenantId, personId } = erasing.what.person;
      const isTeam = (key: string) => key.startsWith(keys.memberships) || key.startsWith(keys.formers);
      await empty(keys.personPartition(tenantId, personId), ({ key }) => !isTeam(key));
      await asking.beginsAnew(erasing, null);
    },

    async team(ref) {
      const partition = keys.teamPartition(ref);
      // Also of those who never said anything there.
      for (const own of [keys.membership(ref.teamId), keys.former(ref.teamId)])
        for await (const rows of whole.rows({ key: own }))
          for (const { partition: of } of rows)
            if (keys.personOf(of)?.tenantId === ref.tenantId) await empty(of, ({ key }) => key === own);
      for (let shard = 0; shard < keys.dueShards; shard++)
        await empty(keys.duePartition(shard), ({ key }) => key.startsWith(keys.due(ref, null)));
      // The team itself last: as long as it stands, whoever sweeps finds what is left.
      await empty(partition, ({ key }) => key !== keys.team);
      await empty(partition, () => true);
    },

    async gone(before, now) {
      const teams: TeamRef[] = [];
      for await (const rows of whole.rows({ key: keys.team }))
        for (const { partition, cells } of rows) {
          const [leftAt, endsAt] = [momentIn(cells['uninstalledAt']), momentIn(cells['endsAt'])];
          if (leftAt < before.getTime() || endsAt <= now.getTime()) teams.push(keys.teamOf(partition)!);
        }
      return teams;
    },

    async passing() {
      const hours = new Map<string, { ref: TeamRef; date: HourDate }>();
      for await (const rows of whole.rows({ prefix: keys.passings }))
        for (const { partition, key } of rows) {
          const date = hourDate(key.split('.')[1]!);
          hours.set(`${partition} ${date}`, { ref: keys.teamOf(partition)!, date });
        }
      return [...hours.values()];
    },
  };
}

/** What was never told is never reached. */
const momentIn = (cell: unknown) => (typeof cell === 'string' ? Date.parse(cell) : Infinity);

export const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const changeOf = (row: TypedRow, stays: 'gone' | TypedRow['cells']) =>
  stays === 'gone'
    ? ({ do: 'delete', key: row.key, etag: row.etag! } as const)
    : ({ do: 'replace', key: row.key, cells: writtenCells(stays), etag: row.etag! } as const);

const isSpentKudos = ({ key }: TypedRow, stays: 'gone' | TypedRow['cells']) =>
  key.startsWith('kudos.') && stays !== 'gone' && 'takenBackBy' in stays;

/** The hour that something belongs to, where the bot may have shown it. */
function hourShowing({ key, cells }: TypedRow): HourDate | null {
  const date = keys.hourIn(key) ?? /^inhour\.([\d-]+)\./.exec(key)?.[1] ?? (/^action\./.test(key) && cells['hour']);
  return typeof date === 'string' && date ? hourDate(date) : null;
}
