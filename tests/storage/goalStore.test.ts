import { isRemoved } from '../../bot/app/goalPorts.ts';
import { ChangedMeanwhile } from '../../bot/app/ports.ts';
import { checkIn, closeGoal, type Goal, reopenGoal } from '../../bot/domain/goal.ts';
import { answerOwner, offerHelp } from '../../bot/domain/goalCircle.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aMember, aPerson, aRef, aRoster, idOf, laterBy } from '../support/builders.ts';
import {
  aCheckIn,
  aComment,
  aGoal,
  aSharedGoal,
  aStep,
  aSupporter,
  anEntryId,
  amara,
  everybody,
} from '../support/buildersOfGoals.ts';
import { clientFor, everyIndexMatches, rowsOf } from '../support/storageCheck.ts';

let azurite: Azurite;
let table: string;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  table = freshTable();
  storage = await openStorage(azurite, table);
});
afterAll(() => azurite.stop());

const rows = (ref: TeamRef) => rowsOf(clientFor(azurite.connectionString, table), keys.teamPartition(ref));
const checked = (ref: TeamRef) =>
  everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref));
const scene = { roster: aRoster(...everybody), now: laterBy(60) };

async function begun(ref: TeamRef, goal: Goal) {
  return { thing: goal, version: (await storage.goals.add(ref, goal)) as string };
}

/** Who finds the goal in a list of theirs. */
async function seenBy(ref: TeamRef, { id }: Goal): Promise<string[]> {
  const lists = await Promise.all(
    everybody.map(async (name) => ({ name, list: await storage.goals.list(ref, idOf(name), {}, null, 20) })),
  );
  return lists.filter(({ list }) => list.items.some((goal) => goal.id === id)).map(({ name }) => name);
}

test('a goal comes back exactly as it was written, on its own and in the list of its owner', async () => {
  const ref = aRef();
  const goal = aSharedGoal(['Mei', 'Lukas'], {
    outcome: 'I say a number\nand its range',
    why: 'So that nobody waits for me',
    dueOn: '2026-12-18',
    steps: [aStep('Read the last three budgets', true), aStep('Ask Jonas')],
    ifThen: { if: 'an invoice lands', then: 'I find its line first' },
    ask: 'Half an hour with somebody who has done it',
    askToTeam: true,
  });

  const version = await storage.goals.add(ref, goal);

  expect(await storage.goals.find(ref, goal.id)).toEqual({ thing: goal, version });
  expect(await storage.goals.list(ref, amara, { owner: amara }, null, 10)).toEqual({ items: [goal], next: null });
});

test('an id is taken once, whoever comes second', async () => {
  const ref = aRef();
  const goal = aGoal({ title: 'Mine' });

  const answers = await Promise.all(Array.from({ length: 10 }, () => storage.goals.add(ref, goal)));

  expect(answers.filter((answer) => answer !== 'taken')).toHaveLength(1);
  expect(await checked(ref)).toEqual([]);
});

test('the same id in another team, or another tenant, is another goal', async () => {
  const goal = aGoal({ audience: 'team' });
  const [here, there] = [aRef(), aRef()];
  const elsewhere = { ...here, tenantId: '99999999-9999-4999-8999-999999999999' as typeof here.tenantId };

  await storage.goals.add(here, goal);

  for (const ref of [there, elsewhere]) {
    expect(await storage.goals.find(ref, goal.id)).toBeNull();
    expect(await storage.goals.list(ref, amara, {}, null, 10)).toEqual({ items: [], next: null });
  }
});

test('a goal is in the lists of those who may see it, and follows its audience at once', async () => {
  const ref = aRef();
  const named = [aSupporter('Mei'), aSupporter('Lukas', 'asked'), aSupporter('Priya', 'declined')];
  const goal = aGoal({}, { supporters: named });
  let before = await begun(ref, goal);
  const seen: Record<string, string[]> = {};

  for (const audience of ['me', 'supporters', 'team', 'supporters', 'me'] as const) {
    const after = { ...goal, audience };
    before = { thing: after, version: await storage.goals.replace(ref, after, before) };
    expect(seen[audience] ?? (await seenBy(ref, goal))).toEqual(await seenBy(ref, goal));
    seen[audience] = await seenBy(ref, goal);
    expect(await checked(ref)).toEqual([]);
  }

  expect(seen).toEqual({ me: ['Amara'], supporters: ['Amara', 'Mei', 'Lukas'], team: everybody });
});

test('who declines, or is not asked any more, has not a row of the goal left', async () => {
  const ref = aRef();
  const goal = aSharedGoal(['Mei', 'Lukas', 'Priya']);
  const first = await begun(ref, goal);
  const declined = answerOwner(goal, idOf('Mei'), false);
  const second = { thing: declined, version: await storage.goals.replace(ref, declined, first) };
  const narrower = { ...declined, supporters: declined.supporters.filter(({ name }) => name !== 'Lukas') };
  await storage.goals.replace(ref, narrower, second);

  expect(await seenBy(ref, goal)).toEqual(['Amara', 'Priya']);
  const left = [...(await rows(ref)).keys()];
  for (const name of ['Mei', 'Lukas']) {
    expect(left.filter((key) => key.startsWith(keys.goalsFor(idOf(name), false)))).toEqual([]);
  }
});

test('what the owner keeps to themselves is in nobody else’s rows', async () => {
  const ref = aRef();
  const helper = { ...aPerson('Jonas the quiet helper'), at: laterBy(1) };
  const evidence = ['88888888-8888-4888-8888-888888888888'] as unknown as Goal['evidence'];
  await storage.goals.add(ref, aSharedGoal(['Mei'], { audience: 'team' }, { helpers: [helper], evidence }));

  const others = [...(await rows(ref))].filter(([key]) => /^goals\.(for|team)\./.test(key));

  expect(others).toHaveLength(2);
  expect(JSON.stringify(others)).not.toMatch(/quiet helper|88888888/);
});

test('a check-in is written with its goal, and under its id only once', async () => {
  const ref = aRef();
  const before = await begun(ref, aGoal({ steps: [aStep('Ask Jonas')] }));
  const said = { id: anEntryId(), learned: 'A range is enough', confidence: 4 } as const;
  const after = checkIn(before.thing, said, [aStep('Ask Jonas').id], amara, laterBy(1));

  const version = await storage.goals.replace(ref, after, before, after.checkIns[0]);
  const again = storage.goals.replace(ref, after, { thing: after, version }, after.checkIns[0]);

  await expect(again).rejects.toThrow(ChangedMeanwhile);
  expect(await storage.goals.find(ref, after.id)).toEqual({ thing: after, version });
  expect(await storage.entries.checkIns.find(ref, after.id, said.id)).toEqual(after.checkIns[0]);
  expect(await storage.entries.checkIns.list(ref, after.id, null, 10)).toEqual({ items: after.checkIns, next: null });
  expect(await checked(ref)).toEqual([]);
});

test('a check-in that loses a race is not there at all', async () => {
  const ref = aRef();
  const before = await begun(ref, aGoal());
  const [one, other] = ['One', 'Other'].map((learned) =>
    checkIn(before.thing, { id: anEntryId(), learned, confidence: 3 }, [], amara, laterBy(1)),
  );

  const attempts = await Promise.allSettled(
    [one!, other!].map((goal) => storage.goals.replace(ref, goal, before, goal.checkIns[0])),
  );

  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await storage.entries.checkIns.list(ref, before.thing.id, null, 10)).items).toHaveLength(1);
  expect(await checked(ref)).toEqual([]);
});

test('whoever changes what was changed meanwhile is told, and nothing is lost', async () => {
  const ref = aRef();
  const before = await begun(ref, aSharedGoal(['Mei'], { ask: 'Half an hour', askToTeam: true }));
  const offered = offerHelp(before.thing, aMember('Jonas'), laterBy(1));
  const version = await storage.goals.replace(ref, offered, before);

  const late = [
    storage.goals.replace(ref, { ...before.thing, title: 'Another' }, before),
    storage.goals.remove(ref, before),
  ];

  for (const attempt of late) await expect(attempt).rejects.toThrow(ChangedMeanwhile);
  expect(await storage.goals.find(ref, offered.id)).toEqual({ thing: offered, version });
  expect(await checked(ref)).toEqual([]);
});

test('a closed goal stands among the closed ones of everybody who sees it, and comes back when it is reopened', async () => {
  const ref = aRef();
  const before = await begun(ref, aSharedGoal(['Mei'], { ask: 'Half an hour', askToTeam: true }));
  const closed = closeGoal(before.thing, 'reached', { learned: 'To ask', helpedBy: [] }, amara, scene);
  const listed = async (status: 'open' | 'closed') =>
    Promise.all(
      ['Amara', 'Mei'].map(
        async (name) => (await storage.goals.list(ref, idOf(name), { status }, null, 5)).items.length,
      ),
    );

  const version = await storage.goals.replace(ref, closed, before);
  const whileClosed = [await listed('open'), await listed('closed'), await storage.goals.asks(ref, null, 5)];
  await storage.goals.replace(ref, reopenGoal(closed, amara), { thing: closed, version });
  const again = [await listed('open'), await listed('closed')];

  expect(whileClosed).toEqual([[0, 0], [1, 1], { items: [], next: null }]);
  expect(again).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(await checked(ref)).toEqual([]);
});

test('a deleted goal is gone from everywhere with all that was added to it, and its id stays taken', async () => {
  const ref = aRef();
  const goal = aSharedGoal(['Mei'], { audience: 'team', title: 'A secret wish', ask: 'Tell me how' });
  let before = await begun(ref, goal);
  const after = checkIn(goal, { id: anEntryId(), learned: 'Secretly', confidence: 2 }, [], amara, laterBy(1));
  before = { thing: after, version: await storage.goals.replace(ref, after, before, after.checkIns[0]) };
  await storage.entries.comments.add(ref, goal.id, aComment('Mei', { text: 'A secret word' }));

  await storage.goals.remove(ref, before);
  const found = await storage.goals.find(ref, goal.id);
  await storage.goals.clear(ref, goal.id);
  await storage.goals.clear(ref, goal.id);

  expect(found && isRemoved(found) && found.removedBy).toBe(amara);
  expect(await storage.goals.add(ref, goal)).toBe('taken');
  expect([...(await rows(ref)).keys()]).toEqual([keys.goal(goal.id)]);
  expect(JSON.stringify([...(await rows(ref)).values()])).not.toMatch(/secret|Amara|Mei|Tell/i);
});

test('hundreds of entries are cleared, and who was stopped in the middle goes on', async () => {
  const ref = aRef();
  const before = await begun(ref, aGoal());
  const { id } = before.thing;
  for (let at = 0; at < 130; at++) {
    await storage.entries.comments.add(ref, id, aComment('Amara', { at: laterBy(at), text: `${at}` }));
  }
  const neighbour = aGoal();
  await storage.goals.add(ref, neighbour);
  await storage.entries.comments.add(ref, neighbour.id, aComment('Amara'));

  await storage.goals.remove(ref, before);
  await Promise.all([storage.goals.clear(ref, id), storage.goals.clear(ref, id)]);

  expect([...(await rows(ref)).keys()].filter((key) => key.startsWith(keys.addedTo(id)))).toEqual([]);
  expect((await storage.entries.comments.list(ref, neighbour.id, null, 5)).items).toHaveLength(1);
});

test('what is said while the goal is being deleted goes with it', async () => {
  const ref = aRef();
  const before = await begun(ref, aSharedGoal(['Mei']));
  await storage.goals.remove(ref, before);
  await storage.goals.clear(ref, before.thing.id);

  await storage.entries.comments.add(ref, before.thing.id, aComment('Mei'));

  expect([...(await rows(ref)).keys()]).toEqual([keys.goal(before.thing.id)]);
});

test('a list that only another version of the service knows loses a goal that is made narrower', async () => {
  const ref = aRef();
  const client = clientFor(azurite.connectionString, table);
  const partitionKey = keys.teamPartition(ref);
  const before = await begun(ref, aSharedGoal(['Mei'], { audience: 'team' }));
  const guard = (await rows(ref)).get(keys.goal(before.thing.id))!;
  const copies = JSON.stringify([...(JSON.parse(String(guard['copies'])) as string[]), 'goals.due.1']);
  await client.upsertEntity({ partitionKey, rowKey: keys.goal(before.thing.id), ...guard, copies }, 'Replace');
  await client.createEntity({ partitionKey, rowKey: 'goals.due.1', title: before.thing.title });

  await storage.goals.replace(ref, { ...before.thing, audience: 'me' }, before);

  expect([...(await rows(ref)).keys()]).not.toContain('goals.due.1');
});

test('the longest goal that anybody can write, with all who are around it, fits into one transaction', async () => {
  const ref = aRef();
  // Four code units, thirteen bytes on the wire, and for people one letter.
  const long = (characters: number) => '"\u20d0\u20d1\u20d2'.repeat(characters);
  const people = Array.from({ length: 100 }, (_, at) => ({ ...aPerson(`Person ${at}`), name: 'Name '.repeat(12) }));
  const supporters = people
    .slice(0, 10)
    .map((person) => ({ ...person, answer: 'accepted' as const, since: laterBy(1) }));
  const seen = { at: laterBy(2) };
  const goal = aGoal(
    {
      title: long(120),
      outcome: long(400),
      why: long(400),
      steps: Array.from({ length: 12 }, (_, at) => ({ ...aStep(`${at}`), text: long(140) })),
      ifThen: { if: long(200), then: long(200) },
      ask: long(140),
      askToTeam: true,
      audience: 'team',
    },
    {
      supporters,
      cheers: supporters.map(({ id, name }) => ({ id, name, ...seen })),
      helpers: people.map((person) => ({ ...person, ...seen })),
      checkIns: Array.from({ length: 12 }, () => aCheckIn({ learned: long(600), at: laterBy(3) })),
      closings: Array.from({ length: 10 }, () => {
        return { status: 'reached' as const, learned: long(600), helpedBy: people.slice(0, 10), at: laterBy(3) };
      }),
    },
  );
  const narrow = await begun(ref, { ...goal, audience: 'supporters' });

  const version = await storage.goals.replace(ref, goal, narrow, goal.checkIns[0]);
  const wide = { thing: goal, version };
  const [copy] = (await storage.goals.list(ref, people[3]!.id, {}, null, 5)).items;
  const closed = { ...goal, status: 'reached' as const };

  expect(await storage.goals.find(ref, goal.id)).toEqual(wide);
  expect(copy).toEqual({ ...goal, helpers: [] });
  expect((await storage.goals.asks(ref, null, 5)).items[0]!.helpers).toEqual(goal.helpers);
  // Every row but its own goes, and as many come.
  await storage.goals.replace(ref, closed, wide);
  expect(await storage.goals.find(ref, goal.id)).toMatchObject({ thing: { status: 'reached' } });
});
