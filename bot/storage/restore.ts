import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { CannotBeDone, type EraseStore, type Restored, type RestoreWish } from '../app/operationPorts.ts';
import type { PersonId, TeamRef } from '../domain/ids.ts';
import type { Blobs } from './blobs.ts';
import { bulk } from './bulk.ts';
import type { WholeTable } from './wholeTable.ts';
import { guid } from './eraseStore.ts';
import { markerOf, markers } from './erasings.ts';
import { spent } from './erasedRow.ts';
import { toldIn, type TypedRow, writtenCells } from './exportLines.ts';
import { isToKeep, type Manifest, manifestFile, rowsFile } from './exportStore.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import type { Table } from './table.ts';

/** Puts an export back, whole or one team of it. It is read to its end before anything is written. @throws CannotBeDone */
export async function restore(
  { table, whole, blobs, erasures }: RestoreParts,
  { from, team, overExisting }: RestoreWish,
): Promise<Restored> {
  const isWanted = (row: TypedRow) => team === null || keys.isOfTeam(whereFrom(row), team);
  if (!overExisting && (await hasRows(whole, isWanted)))
    throw new CannotBeDone(
      'There is something where this would go. Empty it first, or say that it may be written over.',
    );
  const manifest = await manifestOf(blobs, from);
  await check(blobs, manifest);

  // Whoever names a team wants it back, also one that was deleted a moment ago: the night is not to look for what is left of it.
  for (const asked of await erasures.asked())
    if ('team' in asked.what && asked.what.team.teamId === team) await erasures.withdraw(asked);
  let rows = 0;
  const written = bulk(table);
  const erased = await erasedSince(blobs, manifest);
  const people = new Map<string, [TeamRef, PersonId]>();
  for await (const row of rowsIn(blobs, manifest)) {
    if (!isWanted(row) || (team === null && erased.has(whereFrom(row)))) continue;
    for (const [ref, person] of erased.peopleIn(row)) people.set(`${whereFrom(row)} ${person}`, [ref, person]);
    await written.add(row.partition, { do: 'put', key: row.key, cells: restoredCells(row) });
    rows++;
  }
  if ((await written.end()) > 0) throw new CannotBeDone('Storage refused some rows. Restore once more.');
  // Who was erased since then is erased from what came back.
  for (const [ref, person] of people.values()) await erasures.personIn(ref, person);
  if (team !== null && rows === 0) throw new CannotBeDone(`There is nothing of ${team} in ${from}.`);
  return { rows, from };
}

type RestoreParts = {
  readonly table: Table;
  readonly whole: WholeTable;
  readonly blobs: Blobs;
  readonly erasures: EraseStore;
};

/** The partition of the team, also of when to look at it. */
const whereFrom = ({ partition, key }: TypedRow) =>
  keys.isDuePartition(partition) ? keys.teamPartition(keys.teamOfDue(key)) : partition;

/** Whom and what an export still has, although it was erased after it was made. The markers name nobody: they can only be compared. */
async function erasedSince(blobs: Blobs, { startedAt }: Manifest) {
  const marked = new Set<string>();
  for (const name of await blobs.names(markers)) {
    const file = await blobs.read(name);
    const { at } = JSON.parse(file ? await textOf(file) : '{"at":""}') as { at: string };
    if (at >= startedAt) marked.add(name);
  }
  const known = new Map<string, boolean>();
  function has(partition: string): boolean {
    if (!known.has(partition)) known.set(partition, marked.has(markerOf(partition)));
    return known.get(partition)!;
  }
  return {
    has: (partition: string) => marked.size > 0 && has(partition),
    peopleIn(row: TypedRow): [TeamRef, PersonId][] {
      const ref = marked.size > 0 ? keys.teamOf(whereFrom(row)) : null;
      if (!ref) return [];
      const said = JSON.stringify([keys.partsIn(row.key), row.cells]);
      const named = new Set([...said.matchAll(guid)].map(([id]) => id as PersonId));
      return [...named].filter((id) => has(keys.personPartition(ref.tenantId, id))).map((id) => [ref, id]);
    },
  };
}

function restoredCells({ partition, cells }: TypedRow): Cells {
  // A line that was just for an hour is in no export; what says that its id is taken stays.
  if (cells['passing'] === true) return spent();
  const written = writtenCells(cells);
  if (!keys.isDuePartition(partition)) return written;
  // The message that was to wake up for it is in no export either: looked at with the next sweep, it gets another.
  const { message: _, handedOut: __, ...plan } = written;
  return { ...plan, at: longAgo };
}
const longAgo = new Date(0).toISOString();

async function hasRows(whole: WholeTable, isWanted: (row: TypedRow) => boolean): Promise<boolean> {
  // When to look at somebody is no more than a memory, and is written over.
  const isInTheWay = (row: TypedRow) => isToKeep(row) && isWanted(row) && !keys.isDuePartition(row.partition);
  for await (const rows of whole.rows()) if (rows.some(isInTheWay)) return true;
  return false;
}

async function manifestOf(blobs: Blobs, name: string): Promise<Manifest> {
  const file = await blobs.read(manifestFile(name));
  if (!file) throw new CannotBeDone(`There is no whole export that is called ${name}.`);
  const manifest = JSON.parse(await textOf(file)) as Manifest;
  if (manifest.format !== 1) throw new CannotBeDone(`${name} was made by another version of People Hour.`);
  return manifest;
}

/** @throws CannotBeDone unless every line is there as it was written */
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
  if (found !== lines || hash.digest('hex') !== sha256) throw new CannotBeDone(`${name} is damaged.`);
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
  if (!file) throw new CannotBeDone(`The rows of ${name} are missing.`);
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
