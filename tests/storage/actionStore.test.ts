import type { ActionFilter } from '../../bot/app/hourPorts.ts';
import { ChangedMeanwhile, type Versioned } from '../../bot/app/ports.ts';
import type { ActionItem } from '../../bot/domain/actionItem.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { anAction, done, thursday } from '../support/buildersOfHours.ts';
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

const client = () => clientFor(azurite.connectionString, table);
const found = async (ref: ReturnType<typeof aRef>, { id }: ActionItem) =>
  (await storage.actions.find(ref, id)) as Versioned<ActionItem>;

async function textsOf(ref: ReturnType<typeof aRef>, filter: ActionFilter, limit = 2): Promise<string[]> {
  const texts: string[] = [];
  let after: Parameters<Storage['actions']['list']>[2] = null;
  do {
    const { items, next } = await storage.actions.list(ref, filter, after, limit);
    texts.push(...items.map(({ text }) => text));
    after = next;
  } while (after);
  return texts;
}

test('open ones stand by due date, those without one last, and then the closed ones newest first', async () => {
  const ref = aRef();
  const items = [
    anAction('Mei', { text: 'Some day' }),
    anAction('Mei', { text: 'Friday', dueOn: '2026-11-27' }),
    anAction('Lukas', { text: 'For Mei', dueOn: '2026-11-26', promisedTo: aPerson('Mei') }),
    anAction('Lukas', { text: 'Of Lukas', dueOn: '2026-11-25' }),
    done(anAction('Mei', { text: 'Done first', dueOn: '2026-11-01' }), laterBy(1)),
    done(anAction('Mei', { text: 'Done last', promisedTo: aPerson('Lukas') }), laterBy(2)),
  ];
  for (const item of items) expect(await storage.actions.add(ref, item)).toBe('added');

  const mei = idOf('Mei');
  expect(await textsOf(ref, { person: mei })).toEqual(['For Mei', 'Friday', 'Some day', 'Done last', 'Done first']);
  expect(await textsOf(ref, { person: mei, status: 'open' })).toEqual(['For Mei', 'Friday', 'Some day']);
  expect(await textsOf(ref, { person: idOf('Lukas'), status: 'closed' })).toEqual(['Done last']);
  expect(await textsOf(ref, { status: 'closed' }, 1)).toEqual(['Done last', 'Done first']);
  expect(await textsOf(ref, {})).toEqual(['Of Lukas', 'For Mei', 'Friday', 'Some day', 'Done last', 'Done first']);
  expect((await storage.actions.open(ref)).map(({ text }) => text)).toEqual([
    'Of Lukas',
    'For Mei',
    'Friday',
    'Some day',
  ]);
  expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
});

test('whatever changes about it, it is in exactly the lists of those whom it concerns', async () => {
  const ref = aRef();
  const item = anAction('Mei', { dueOn: '2026-11-26', promisedTo: aPerson('Lukas') });
  await storage.actions.add(ref, item);
  const lives: ActionItem[] = [
    { ...item, edition: 2, dueOn: '2026-12-03', postponed: ['2026-11-26'] },
    { ...item, edition: 3, owner: aPerson('Priya'), dueOn: null },
    { ...item, edition: 4, promisedTo: aPerson('Mei') },
    done({ ...item, edition: 4 }, laterBy(9)),
  ];

  for (const life of lives) {
    await storage.actions.replace(ref, life, await found(ref, item));
    expect((await found(ref, item)).thing).toEqual(life);
    expect(await everyIndexMatches(client(), keys.teamPartition(ref))).toEqual([]);
  }
  const before = await found(ref, item);
  await storage.actions.remove(ref, before);

  expect(await storage.actions.find(ref, item.id)).toBe('removed');
  expect(await storage.actions.add(ref, item)).toBe('taken');
  await expect(storage.actions.replace(ref, item, before)).rejects.toThrow(ChangedMeanwhile);
  const left = [...(await rowsOf(client(), keys.teamPartition(ref))).keys()];
  expect(left.sort()).toEqual([keys.action(item.id), keys.pulse]);
});

test('my open ones stand on the first screen by due date, however many goals are before them, and only mine', async () => {
  const ref = aRef();
  const mine = [
    anAction('Mei', { text: 'Friday', dueOn: '2026-11-27', promisedTo: aPerson('Lukas') }),
    anAction('Mei', { text: 'Thursday', dueOn: '2026-11-26', hour: thursday }),
    anAction('Mei', { text: 'Some day' }),
  ];
  const others = [anAction('Lukas', { promisedTo: aPerson('Mei') }), done(anAction('Mei'), laterBy(1))];
  for (const item of [...mine, ...others]) await storage.actions.add(ref, item);

  const { actions } = await storage.firstScreen.read(ref, idOf('Mei'), 3, thursday);

  expect(actions).toEqual([mine[1], mine[0], mine[2]]);
});
