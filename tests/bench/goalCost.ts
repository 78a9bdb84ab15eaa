/* What goals and people cost in storage, counted on the wire: after a hundred check-ins, and after ten thousand, in a team of 500. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { newEntry } from '../../bot/storage/goalEntries.ts';
import { inParallel } from '../../bot/storage/inParallel.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openTable } from '../../bot/storage/table.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { aPerson, aProfile, idOf, laterBy } from '../support/builders.ts';
import { aCheckIn, aComment, aGoal, aSharedGoal, aSupporter } from '../support/buildersOfGoals.ts';
import { type Service, startService } from '../support/server.ts';
import { startStorageProxy } from '../support/storageProxy.ts';
import { table } from './print.ts';
import { costOf, unhurried } from './storageCost.ts';

const members = ['Amara', 'Mei', 'Lukas', ...Array.from({ length: 497 }, (_, at) => `Person ${at}`)];
const sizes = (process.env.BENCH_SIZES ?? '100,10000').split(',').map(Number);

export async function goalCost(): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(...(await costsAt(size)).map((row) => [String(size), ...row]));
  const actions = [...new Set(rows.map((row) => row[1]!))];
  rows.sort((one, other) => actions.indexOf(one[1]!) - actions.indexOf(other[1]!));
  return table(['check-ins', 'what', 'storage requests', 'row operations', 'rows read', 'answer kB'], rows);
}

async function costsAt(size: number): Promise<string[][]> {
  const azurite = await startAzurite();
  const proxy = await startStorageProxy(azurite);
  const tableName = freshTable();
  const service = await startService({ connectionString: proxy.connectionString, tableName });
  try {
    const ref = await service.haveTeam(members);
    const goal = await seed(service, azurite.connectionString, tableName, ref, size);
    const team = ref.teamId;

    const ask = async (what: string, as: string, method: string, path: string, body?: unknown): Promise<string[]> => {
      const from = proxy.requests.length;
      const answer = await service.call(method, path, { as, ...(body ? { body } : {}) });
      if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
      const cost = costOf(proxy.requests.slice(from), JSON.stringify(answer.body));
      await service.settled();
      return [what, String(cost.requests), String(cost.operations), String(cost.rows), cost.kilobytes];
    };
    // Who somebody is, and the roster, are known from here on, as they are for five minutes at a time.
    for (const as of ['Amara', 'Mei', 'Lukas']) await ask('', as, 'GET', paths.team(team));
    const entry = () => randomUUID();
    return [
      await ask('first screen', 'Amara', 'GET', paths.team(team)),
      await ask('goals page', 'Amara', 'GET', paths.goalsScreen(team)),
      await ask('one goal', 'Mei', 'GET', paths.goal(team, goal)),
      await ask('its check-ins', 'Mei', 'GET', paths.checkIns(team, goal)),
      await ask('its comments', 'Mei', 'GET', paths.comments(team, goal)),
      await ask('check in', 'Amara', 'PUT', paths.checkIn(team, goal, entry()), { learned: 'To ask', confidence: 4 }),
      await ask('comment', 'Mei', 'PUT', paths.comment(team, goal, entry()), { text: 'I can sit with you' }),
      await ask('offer help', 'Lukas', 'PUT', paths.offer(team, goal)),
      await ask('what the team asks for', 'Mei', 'GET', paths.asks(team)),
      await ask('everybody, 500 people', 'Mei', 'GET', paths.directory(team)),
      await ask('a person', 'Mei', 'GET', paths.person(team, idOf('Amara'))),
      await ask('who can help', 'Mei', 'GET', `${paths.whoCanHelp(team)}?q=budget`),
    ];
  } finally {
    await service.stop();
    await proxy.stop();
    await azurite.stop();
  }
}

/** A goal with so many check-ins, comments of a supporter, closed goals of others, and what 500 people told about themselves. */
async function seed(
  { storage }: Service,
  connectionString: string,
  tableName: string,
  ref: TeamRef,
  size: number,
): Promise<string> {
  const at = (second: number) => ({ at: laterBy(second - size) });
  const history = Array.from({ length: size }, (_, second) => aCheckIn(at(second)));
  const ask = { ask: 'Half an hour about budgets', askToTeam: true };
  const supporters = [aSupporter('Mei', 'accepted', laterBy(-1e6))];
  const latest = history.slice(-12).reverse();
  const goal = aSharedGoal(['Mei'], ask, { supporters, checkIns: latest, createdAt: laterBy(-1e6) });
  await storage.goals.add(ref, goal);
  const rows = await openTable({ connectionString }, tableName, unhurried);
  const added = history.flatMap((checkIn, second) => [
    newEntry(goal.id, 'checkIn', checkIn, randomUUID()),
    ...(second % 10 === 0 ? [newEntry(goal.id, 'comment', aComment('Mei', at(second)), randomUUID())] : []),
  ]);
  for (let from = 0; from < added.length; from += 50)
    await rows.write(keys.teamPartition(ref), added.slice(from, from + 50).flat());
  for (let closed = 0; closed < size / 50; closed++) {
    const closing = { status: 'reached' as const, learned: 'To ask', helpedBy: [], ...at(closed) };
    const owner = aPerson(members[closed % 5]!);
    await storage.goals.add(ref, aGoal({ audience: 'team' }, { owner, status: 'reached', closings: [closing] }));
  }
  await inParallel(members, (name) => {
    const told = aProfile({ about: 'Tea and trains', canShow: ['Reading a budget'], wantsToLearn: ['SQL'] });
    return storage.profiles.save(ref, idOf(name), told, 'none');
  });
  return goal.id;
}
