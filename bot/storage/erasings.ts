import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Erasing, Erasure } from '../app/operationPorts.ts';
import type { TeamRef } from '../domain/ids.ts';
import type { Blobs } from './blobs.ts';
import { bulk } from './bulk.ts';
import * as keys from './keys.ts';
import { schema, textOf } from './rows.ts';
import type { Row, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';

/**
 * What was asked to be erased, until all of it is gone. It takes a while, and a person may begin anew before it is over: where they were
 * erased is noted, so that nothing which they write there afterwards is taken for what was to go.
 */
export function erasings(table: Table, blobs: Blobs | null) {
  const rowFor = (what: Erasure) => table.get(keys.erasuresPartition, partitionOf(what));

  async function mark(what: Erasure, at: Date): Promise<void> {
    await blobs?.write(markerOf(partitionOf(what)), Readable.from([JSON.stringify({ at: at.toISOString() })]));
  }

  const rows = () => wholeRange(table, keys.erasuresPartition, keys.rangeOf(''));

  /** Of what nobody asks any more. These were there before what is asked now. */
  async function forgetBeginnings(): Promise<void> {
    const noted = await wholeRange(table, keys.begunPartition, keys.everyBegun);
    const open = new Set((await rows()).map(idIn));
    const forgotten = bulk(table);
    for (const { key, etag } of noted.filter((each) => !open.has(keys.askedIn(each.key))))
      await forgotten.add(keys.begunPartition, { do: 'delete', key, etag });
    await forgotten.end();
  }

  async function withdraw(erasing: Erasing): Promise<void> {
    const row = await rowFor(erasing.what);
    // Whoever asked again since still asks.
    if (row && idIn(row) === erasing.id)
      await table.write(keys.erasuresPartition, [{ do: 'delete', key: row.key, etag: row.etag }]);
  }

  return {
    async ask<Of extends Erasure>(what: Of, now: Date): Promise<Erasing<Of>> {
      const id = randomUUID();
      const cells = { ...schema, id, askedAt: now.toISOString() };
      await table.write(keys.erasuresPartition, [{ do: 'put', key: partitionOf(what), cells }]);
      await mark(what, now);
      return { what, id, askedAt: now };
    },

    async asked(): Promise<Erasing[]> {
      return (await rows()).map((row) => {
        const team = keys.teamOf(row.key);
        return team ? erasingOf({ team }, row) : erasingOf({ person: keys.personOf(row.key)! }, row);
      });
    },

    async askedFor(what: Erasure): Promise<Erasing | null> {
      const row = await rowFor(what);
      return row && erasingOf(what, row);
    },

    async done(erasing: Erasing): Promise<void> {
      // Once more, for an export that was begun meanwhile may still have all of it.
      await mark(erasing.what, new Date());
      await withdraw(erasing);
      await forgetBeginnings();
    },

    withdraw,

    /** `null`: what belongs to no team. */
    async beginsAnew(erasing: Erasing, ref: TeamRef | null): Promise<void> {
      await table.write(keys.begunPartition, [{ do: 'put', key: keys.begun(erasing.id, ref), cells: schema }]);
    },

    /** Whether there is still something to go; not where they began anew, and not when others came to the end of it meanwhile. */
    async isOpen(erasing: Erasing, ref: TeamRef | null): Promise<boolean> {
      const row = await rowFor(erasing.what);
      if (!row || idIn(row) !== erasing.id) return false;
      return (await table.get(keys.begunPartition, keys.begun(erasing.id, ref), ['v'])) === null;
    },
  };
}

const idIn = ({ cells }: Row) => textOf(cells['id']);
const erasingOf = <Of extends Erasure>(what: Of, row: Row): Erasing<Of> => ({
  what,
  id: idIn(row),
  askedAt: new Date(textOf(row.cells['askedAt'])),
});

const partitionOf = (what: Erasure) =>
  'team' in what ? keys.teamPartition(what.team) : keys.personPartition(what.person.tenantId, what.person.personId);

/** Says to a restore who is erased, to nobody else anything. */
export const markers = 'erased/';
export const markerOf = (partition: string) => `${markers}${createHash('sha256').update(partition).digest('hex')}`;
