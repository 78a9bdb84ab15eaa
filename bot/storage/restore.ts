import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { CannotRestore, type Restored, type RestoreWish } from '../app/operationPorts.ts';
import type { Change } from './batch.ts';
import type { Blobs } from './blobs.ts';
import type { WholeTable } from './wholeTable.ts';
import { toldIn, type TypedRow, writtenCells } from './exportLines.ts';
import { type Manifest, manifestFile, rowsFile } from './exportStore.ts';
import * as keys from './keys.ts';
import { limits } from './limits.ts';
import type { Table } from './table.ts';

/** Puts an export back, whole or one team of it. It is read to its end before anything is written. @throws CannotRestore */
export async function restore(
  { table, whole, blobs }: { readonly table: Table; readonly whole: WholeTable; readonly blobs: Blobs },
  { from, team, overExisting }: RestoreWish,
): Promise<Restored> {
  const isWanted = ({ partition }: { partition: string }) => team === null || keys.isOfTeam(partition, team);
  if (!overExisting && (await hasRows(whole, isWanted)))
    throw new CannotRestore(
      'There is something where this would go. Empty it first, or say that it may be written over.',
    );
  const manifest = await manifestOf(blobs, from);
  await check(blobs, manifest);

  let rows = 0;
  let waiting: { partition: string; changes: Change[]; bytes: number } = { partition: '', changes: [], bytes: 0 };
  async function flush() {
    if (waiting.changes.length > 0 && !(await table.write(waiting.partition, waiting.changes)))
      throw new CannotRestore(`Storage refused rows of ${waiting.partition}.`);
    rows += waiting.changes.length;
  }
  for await (const row of rowsIn(blobs, manifest)) {
    if (!isWanted(row)) continue;
    const cells = writtenCells(row);
    const bytes = Buffer.byteLength(JSON.stringify(cells)) + bytesAroundRow;
    const isFull =
      waiting.changes.length === limits.rowsInTransaction || waiting.bytes + bytes > limits.transactionBytes;
    if (row.partition !== waiting.partition || isFull) {
      await flush();
      waiting = { partition: row.partition, changes: [], bytes: 0 };
    }
    waiting.changes.push({ do: 'put', key: row.key, cells });
    waiting.bytes += bytes;
  }
  await flush();
  if (team !== null && rows === 0) throw new CannotRestore(`There is nothing of ${team} in ${from}.`);
  return { rows, from };
}

// What a request says besides the cells: addresses, both keys twice, headers.
const bytesAroundRow = 4_000;

async function hasRows(whole: WholeTable, isWanted: (row: TypedRow) => boolean): Promise<boolean> {
  for await (const rows of whole.rows())
    if (rows.some((row) => row.partition !== keys.exportsPartition && isWanted(row))) return true;
  return false;
}

async function manifestOf(blobs: Blobs, name: string): Promise<Manifest> {
  const file = await blobs.read(manifestFile(name));
  if (!file) throw new CannotRestore(`There is no whole export that is called ${name}.`);
  const manifest = JSON.parse(await textOf(file)) as Manifest;
  if (manifest.format !== 1) throw new CannotRestore(`${name} was made by another version of People Hour.`);
  return manifest;
}

/** @throws CannotRestore unless every line is there as it was written */
async function check(blobs: Blobs, { name, sha256, lines }: Manifest): Promise<void> {
  const hash = createHash('sha256');
  let found = 0;
  try {
    for await (const line of linesIn(blobs, name)) {
      hash.update(`${line}\n`);
      found++;
    }
  } catch {
    found = -1; // What cannot be unpacked is as damaged as what was changed.
  }
  if (found !== lines || hash.digest('hex') !== sha256) throw new CannotRestore(`${name} is damaged.`);
}

async function* rowsIn(blobs: Blobs, { name, again }: Manifest): AsyncGenerator<TypedRow> {
  const round = new Map<string, number>();
  for await (const line of linesIn(blobs, name)) {
    const told = toldIn(line);
    if ('again' in told) round.set(told.partition, told.again);
    else if ((round.get(told.partition) ?? 0) === (again[told.partition] ?? 0)) yield told;
  }
}

/** Split at line feeds alone: what else ends a line in some places may stand in what people wrote. */
async function* linesIn(blobs: Blobs, name: string): AsyncGenerator<string> {
  const file = await blobs.read(rowsFile(name));
  if (!file) throw new CannotRestore(`The rows of ${name} are missing.`);
  const unpacked = createGunzip();
  pipeline(file, unpacked, () => undefined);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of unpacked) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
