import type { CheckIn, Goal } from '../domain/goal.ts';
import type { Ask } from '../domain/goalCircle.ts';
import type { GoalId, PersonId, TeamRef } from '../domain/ids.ts';
import type { AskPlace, GoalFilter, GoalPlace, GoalStore } from '../app/goalPorts.ts';
import { ChangedMeanwhile } from '../app/ports.ts';
import type { Change } from './batch.ts';
import { copiesColumn, copiesIn, copiesOf, guardCells } from './goalCopies.ts';
import { clearEntries, newEntry } from './goalEntries.ts';
import { questionOf } from './goalLists.ts';
import { askRowOf, goalOf } from './goalRows.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { type Reading, readSlice, type Source } from './slices.ts';
import type { Table } from './table.ts';
import { deletions, guardAt, newVersion, stamped, versionOf, writeOnce } from './writes.ts';

/** A goal is a guarding row under its id, and copies in every list; all of them change in one transaction. */
export function goalStore(table: Table): GoalStore {
  const guardOf = (partition: string, id: GoalId, version: string) =>
    guardAt(table, partition, keys.goal(id), version, [copiesColumn]);

  async function list(
    ref: TeamRef,
    viewer: PersonId | null,
    filter: GoalFilter,
    after: GoalPlace | null,
    limit: number,
  ) {
    const { sources, reading } = questionOf(viewer, filter, limit);
    return readSlice(table, keys.teamPartition(ref), sources, reading, after ? keys.goalPlace(after) : '', limit);
  }

  function asksFrom(ref: TeamRef, prefix: string, after: AskPlace | null, limit: number) {
    const from = after ? keys.addedPlace(after) : '';
    return readSlice(table, keys.teamPartition(ref), [{ prefix, take: limit + 1 }], asks, from, limit);
  }

  async function supportedBy(ref: TeamRef, viewer: PersonId) {
    const { reading } = questionOf(viewer, { status: 'open' }, maxSupported);
    const open: Source = { prefix: keys.goalsFor(viewer, false), take: maxSupported };
    return readSlice(table, keys.teamPartition(ref), [open], reading, '', maxSupported);
  }

  return {
    async find(ref, id) {
      const row = await table.get(keys.teamPartition(ref), keys.goal(id));
      if (!row) return null;
      if ('removedBy' in row.cells) return { removedBy: String(row.cells['removedBy']) as PersonId };
      return { thing: goalOf(row.cells), version: versionOf(row) };
    },

    async add(ref, goal) {
      const version = newVersion();
      const copies = copiesOf(goal);
      const isFirst = await writeOnce(table, keys.teamPartition(ref), keys.goal(goal.id), version, [
        { do: 'insert', key: keys.goal(goal.id), cells: stamped(guardCells(goal, copies), version, null) },
        ...written(copies, version),
      ]);
      return isFirst ? version : 'taken';
    },

    async replace(ref, goal, before, checkIn) {
      const partition = keys.teamPartition(ref);
      const guard = await guardOf(partition, goal.id, before.version);
      const copies = copiesOf(goal);
      const gone = copiesIn(guard).filter((key) => !copies.has(key));
      const version = newVersion();
      const cells = stamped(guardCells(goal, copies), version, guard);
      const isDone = await writeOnce(table, partition, keys.goal(goal.id), version, [
        { do: 'replace', key: keys.goal(goal.id), cells, etag: guard.etag },
        ...written(copies, version),
        ...(await deletions(table, partition, gone)),
        ...checkInOf(goal, checkIn, version),
      ]);
      if (!isDone) throw new ChangedMeanwhile();
      return version;
    },

    async remove(ref, before) {
      const partition = keys.teamPartition(ref);
      const { id, owner } = before.thing;
      const guard = await guardOf(partition, id, before.version);
      const version = newVersion();
      const cells = stamped({ v: 1, removedBy: owner.id, removedAt: new Date().toISOString() }, version, guard);
      const isDone = await writeOnce(table, partition, keys.goal(id), version, [
        { do: 'replace', key: keys.goal(id), cells, etag: guard.etag },
        ...(await deletions(table, partition, copiesIn(guard))),
      ]);
      if (!isDone) throw new ChangedMeanwhile();
    },

    clear: (ref, id) => clearEntries(table, ref, id),

    list,

    asks: (ref, after, limit) => asksFrom(ref, keys.asks, after, limit),

    async asksOf(ref, owner) {
      return (await asksFrom(ref, keys.asksOf(owner), null, maxAsks)).items;
    },

    async screen(ref, viewer, limit) {
      const [mine, supporting, shownAsks] = await Promise.all([
        list(ref, viewer, { owner: viewer }, null, limit),
        supportedBy(ref, viewer),
        asksFrom(ref, keys.asks, null, maxAsks),
      ]);
      return { mine, supporting: supporting.items, asks: shownAsks.items };
    },
  };
}

const maxSupported = 50;
const maxAsks = 50;

const asks: Reading<Ask, AskPlace> = {
  thingOf: (row) => askRowOf(row.cells),
  belongs: () => true,
  placeAt: keys.addedPlaceAt<GoalId>,
};

const written = (copies: ReadonlyMap<string, Cells>, version: string): Change[] =>
  [...copies].map(([key, cells]) => ({ do: 'put', key, cells: { ...cells, version } }));
const checkInOf = ({ id }: Goal, checkIn: CheckIn | undefined, version: string) =>
  checkIn ? newEntry(id, 'checkIn', checkIn, version) : [];
