import { weekTurn } from '../../bot/domain/personalDue.ts';
import { noWishes, type ReminderWishes } from '../../bot/domain/reminderWishes.ts';
import { patience } from '../../bot/storage/connect.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { openTable } from '../../bot/storage/table.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aRef, contoso, idOf, laterBy, noon } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
const tableName = freshTable();
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await openStorage(azurite, tableName);
});
afterAll(() => azurite.stop());

const mei = idOf('Mei');
const wishes: ReminderWishes = {
  ...noWishes,
  since: { ifThen: noon, actionDue: laterBy(60) },
  stopped: ['helpOffered'],
  ifThenAt: { weekday: 3, time: '10:30' },
  quiet: null,
  snoozedUntil: '2026-12-01',
  snoozed: { actionDue: '2026-12-03' },
};

test('who has chosen nothing wants nothing; what is chosen is kept whole, each person’s and each team’s apart', async () => {
  const [ref, other] = [aRef(), aRef()];
  const { thing, version, contact } = await storage.wishes.find(ref, mei);
  expect([thing, contact]).toEqual([noWishes, { heardAt: null, isBlocked: false, locale: null }]);

  const saved = await storage.wishes.save(ref, mei, wishes, version);

  expect(await storage.wishes.find(ref, mei)).toMatchObject({ thing: wishes, version: saved });
  expect((await storage.wishes.find(ref, idOf('Lukas'))).thing).toEqual(noWishes);
  expect((await storage.wishes.find(other, mei)).thing).toEqual(noWishes);
});

test('an instance that knows nothing of single kinds that wait leaves them as they are', async () => {
  const ref = aRef();
  const { version } = await storage.wishes.find(ref, mei);
  await storage.wishes.save(ref, mei, wishes, version);
  const table = await openTable(azurite, tableName, patience);
  const [partition, key] = [keys.teamPartition(ref), keys.wishesOf(mei)];
  const { cells, etag } = (await table.get(partition, key))!;

  await table.write(partition, [{ do: 'replace', key, cells: { ...cells, quiet: 'null' }, etag }]);

  expect((await storage.wishes.find(ref, mei)).thing).toEqual({ ...wishes, quiet: null });
});

test('of two windows the first one wins, and the other one hears of it', async () => {
  const ref = aRef();
  const { version } = await storage.wishes.find(ref, mei);
  const saves = [wishes, noWishes].map((each) => storage.wishes.save(ref, mei, each, version));
  const settled = await Promise.allSettled(saves);

  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(storage.wishes.save(ref, mei, wishes, 'another')).rejects.toThrow('');
});

test('looking at the tab is heard of, and changes no version; being turned away holds until they speak', async () => {
  const ref = aRef();
  const before = await storage.wishes.save(ref, mei, wishes, (await storage.wishes.find(ref, mei)).version);

  await storage.wishes.mark(ref, mei, 'seen', noon);
  await storage.wishes.mark(ref, mei, 'refused', laterBy(10));
  await storage.wishes.mark(ref, mei, 'seen', laterBy(20));
  const turnedAway = await storage.wishes.find(ref, mei);
  await storage.wishes.mark(ref, mei, 'spoke', laterBy(30));
  const spoken = await storage.wishes.find(ref, mei);

  expect(turnedAway).toMatchObject({ version: before, contact: { heardAt: laterBy(20), isBlocked: true } });
  expect(spoken.contact).toMatchObject({ heardAt: laterBy(30), isBlocked: false });
});

test('ten teams that have something to say in one week share two messages, whoever asks how often', async () => {
  const person = idOf('Priya');
  const teams = Array.from({ length: 10 }, (_, no) => weekTurn('2026-11-19', `team ${no}`));

  const taken = await Promise.all([...teams, ...teams].map((turn) => storage.wishes.takeTurn(contoso, person, turn)));

  const got = teams.filter((_, no) => taken[no]);
  expect(got).toHaveLength(2);
  expect(taken.slice(10)).toEqual(taken.slice(0, 10));
  expect(await storage.wishes.takeTurn(contoso, person, weekTurn('2026-11-23', 'team 9'))).toBe(true);
  expect(await storage.wishes.takeTurn(contoso, idOf('Lukas'), teams[0]!)).toBe(true);
});
