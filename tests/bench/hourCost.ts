/* What an hour costs in storage, counted on the wire, after three hours and after years of them; and fifty people who look at one. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { hourDate, type TeamRef } from '../../bot/domain/ids.ts';
import { addDays } from '../../bot/domain/time.ts';
import { noTurns, type Turns } from '../../bot/domain/turns.ts';
import { meetingKey } from '../../bot/domain/pair.ts';
import type { Change } from '../../bot/storage/batch.ts';
import { hourCells, noteCells } from '../../bot/storage/hourRows.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openTable, type Table } from '../../bot/storage/table.ts';
import { turnsCells } from '../../bot/storage/turnsRows.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { contoso, idOf, laterBy, noon } from '../support/builders.ts';
import { anHour, aNote } from '../support/buildersOfHours.ts';
import { hourCalls, today } from '../support/hourCalls.ts';
import { type Answer, startService } from '../support/server.ts';
import { startStorageProxy } from '../support/storageProxy.ts';
import { table } from './print.ts';
import { costOf, unhurried } from './storageCost.ts';

const members = Array.from({ length: 50 }, (_, at) => `Person ${at}`);
const sizes = (process.env.BENCH_SIZES ?? '3,300').split(',').map(Number);
const head = ['storage requests', 'row operations', 'rows read', 'answer kB'];

export async function hourCost(): Promise<string> {
  const rows: string[][] = [];
  const polls: string[][] = [];
  for (const size of sizes) {
    const measured = await measuredAt(size);
    rows.push(...measured.rows.map((row) => [String(size), ...row]));
    polls.push([String(size), ...measured.polls]);
  }
  const actions = [...new Set(rows.map((row) => row[1]!))];
  rows.sort((one, other) => actions.indexOf(one[1]!) - actions.indexOf(other[1]!));
  const polled = ['hours', 'polls', 'answered with 304', 'storage requests'];
  return `${table(['hours', 'what', ...head], rows)}\n\nFifty people, who all poll for a minute:\n\n${table(polled, polls)}`;
}

async function measuredAt(size: number): Promise<{ rows: string[][]; polls: string[] }> {
  const azurite = await startAzurite();
  const proxy = await startStorageProxy(azurite);
  const tableName = freshTable();
  const service = await startService({ connectionString: proxy.connectionString, tableName, clock: () => noon });
  try {
    const calls = hourCalls(() => service);
    const team = await calls.aTeam(members);
    const ref: TeamRef = { tenantId: contoso, teamId: team as TeamRef['teamId'] };
    await seed(await openTable(azurite, tableName, unhurried), ref, size);

    const ask = async (what: string, call: () => Promise<Answer>): Promise<string[]> => {
      const from = proxy.requests.length;
      const answer = await call();
      if (answer.status >= 305) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
      const cost = costOf(proxy.requests.slice(from), JSON.stringify(answer.body ?? ''));
      await service.settled();
      return [what, String(cost.requests), String(cost.operations), String(cost.rows), cost.kilobytes];
    };
    const [first, second] = [members[0]!, members[1]!];
    const get = (path: string, as = first) => calls.call('GET', path, as);
    const hour = paths.hour(team, today);
    const poll = (as: string, version: string | null) =>
      calls.call('GET', hour, as, { headers: { 'if-none-match': version ?? '' } });
    for (const as of members) await get(paths.team(team), as);
    await calls.raise(team, {}, second);
    const topic = randomUUID();

    const before = [
      await ask('first screen', () => get(paths.team(team))),
      await ask('hour page', () => get(paths.hourScreen(team))),
      await ask('history page', () => get(paths.hours(team))),
      await ask('topic', () => calls.raise(team, {}, first, topic)),
      await ask('open', () => calls.open(team, today, first)),
      await ask('to the pairs', () => calls.step(team, { segment: 1 }, first)),
      await ask('open hour, whole', () => get(hour)),
      await ask('note', () => calls.write(team, {}, second)),
      await ask('note, just for this hour', () => calls.write(team, { keep: false }, second)),
      await ask('topic talked about', () => calls.settle(team, topic, 'talked', first)),
      await ask('action item', () => calls.promise(team, {}, first)),
      await ask('I am here', () => calls.call('PUT', paths.presentInHour(team, today), second)),
    ];
    const { version } = await get(hour);
    const nothingNew = await ask('poll, nothing new', () => poll(second, version));

    const from = proxy.requests.length;
    const statuses: number[] = [];
    for (let round = 0; round < rounds; round++)
      statuses.push(...(await Promise.all(members.map(async (as) => (await poll(as, version)).status))));
    const unchanged = statuses.filter((status) => status === 304).length;
    const polls = [statuses.length, unchanged, proxy.requests.length - from].map(String);
    return { rows: [...before, nothingNew, await ask('close', () => calls.close(team, today, first))], polls };
  } finally {
    await service.stop();
    await proxy.stop();
    await azurite.stop();
  }
}

// One every three seconds.
const rounds = 20;

/** Hours that were held, one a week, with twenty lines each, and everybody having met everybody. */
async function seed(rows: Table, ref: TeamRef, size: number): Promise<void> {
  const partition = keys.teamPartition(ref);
  const version = randomUUID();
  for (let week = 1; week <= size; week++) {
    const date = hourDate(addDays(today, -7 * week));
    const hour = anHour({ date, status: 'held', digest: 'How we say no. '.repeat(40), closedAt: noon });
    const lines = Array.from({ length: 20 }, (_, at) => aNote(members[at]!, { at: laterBy(at - 604_800 * week) }));
    const changes: Change[] = [
      { do: 'insert', key: keys.hour(date), cells: { ...hourCells(hour), version } },
      ...lines.map((line): Change => {
        return { do: 'insert', key: keys.note(date, line.id), cells: { ...noteCells(line), version } };
      }),
    ];
    await rows.write(partition, changes);
  }
  const people = members.map(idOf);
  const met = people.flatMap((one, at) =>
    people.slice(at + 1).map((other): [string, number] => [meetingKey(one, other), (at % size) + 1]),
  );
  const turns: Turns = { ...noTurns, held: size, givenBack: 45 * size, met: new Map(met) };
  await rows.write(partition, [{ do: 'insert', key: keys.turns, cells: { ...turnsCells(turns), version } }]);
}
