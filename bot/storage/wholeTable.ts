import type { TableClient } from '@azure/data-tables';
import { odata } from '@azure/data-tables';
import { connect, type Patience, type StorageAddress } from './connect.ts';
import { type TypedRow, typedRow } from './exportLines.ts';
import { exportsPartition } from './keys.ts';
import { codeOf, translated } from './trouble.ts';

/* Reading a whole table: for exports and what empties a team, never for a screen. */

// A page of a whole table may take all the five seconds that Azure gives it before it says how to go on.
const waits: Patience = { oneTryInMs: 30_000, firstPauseInMs: 500, wholeCallInMs: 120_000 };
const page = 1000;

export type Which = {
  readonly partition?: string;
  /** Rows of this key, in whichever partition. */
  readonly key?: string;
  /** Rows whose keys begin like this, in whichever partition. */
  readonly prefix?: string;
  /** Written after this moment. */
  readonly since?: Date;
};

export type WholeTable = {
  /** Page after page, in the order of keys, with the types that storage knows. A table that is not there yet has no rows. */
  rows(which?: Which): AsyncGenerator<readonly TypedRow[]>;
  /** By the clock of storage, which stamps the rows. */
  now(): Promise<Date>;
};

export async function openWholeTable(address: StorageAddress, name: string): Promise<WholeTable> {
  const client: TableClient = await connect(address, name, waits);
  return {
    async *rows({ partition, key, prefix, since } = {}) {
      const filter = [
        ...(partition === undefined ? [] : [odata`PartitionKey eq ${partition}`]),
        ...(key === undefined ? [] : [odata`RowKey eq ${key}`]),
        ...(prefix === undefined ? [] : [odata`RowKey gt ${prefix} and RowKey lt ${`${prefix}~`}`]),
        ...(since === undefined ? [] : [odata`Timestamp gt ${since}`]),
      ].join(' and ');
      const pages = client
        .listEntities({ disableTypeConversion: true, ...(filter && { queryOptions: { filter } }) })
        .byPage({ maxPageSize: page });
      try {
        for await (const found of pages) yield found.map(typedRow);
      } catch (trouble) {
        if (codeOf(trouble) === 'TableNotFound') return;
        throw translated(trouble);
      }
    },

    async now() {
      try {
        await client.createTable();
        await client.upsertEntity({ partitionKey: exportsPartition, rowKey: 'clock' }, 'Replace');
        return new Date((await client.getEntity(exportsPartition, 'clock')).timestamp!);
      } catch (trouble) {
        throw translated(trouble);
      }
    },
  };
}
