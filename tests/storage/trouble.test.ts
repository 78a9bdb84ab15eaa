import { Away, ChangedMeanwhile } from '../../bot/app/ports.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { patience } from '../../bot/storage/connect.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, connectionStringTo, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf } from '../support/builders.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';
import { freePort } from '../support/freePort.ts';
import { startStorageProxy, type StorageProxy, type Trouble, troubleOnce, troubles } from '../support/storageProxy.ts';

let azurite: Azurite;
let proxy: StorageProxy;
let table: string;
let storage: Storage;
let besides: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  table = freshTable();
  storage = await openStorage(proxy, table, { ...patience, firstPauseInMs: 5 });
  // Somebody whose connection is fine.
  besides = await openStorage(azurite, table);
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
beforeEach(() => {
  proxy.trouble = () => null;
});

const once = (trouble: Trouble, meanwhile?: () => Promise<unknown>) => troubleOnce(proxy, trouble, meanwhile);

const mei = idOf('Mei');
const facts = { kind: 'team', name: 'Studio', address: '{}' } as const;
const checked = async (ref: ReturnType<typeof aRef>) =>
  everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref));

test.each(troubles)('giving is done once and known as done, with trouble $when: $how', async (trouble) => {
  const ref = aRef();
  const kudos = aKudos();
  once(trouble);

  const version = await storage.kudos.add(ref, kudos, 'bot');

  expect(await storage.kudos.find(ref, kudos.id)).toEqual({ thing: kudos, version });
  expect(await checked(ref)).toEqual([]);
});

test.each(troubles)(
  'joining and taking back are done, and not called a conflict, with trouble $when: $how',
  async (trouble) => {
    const ref = aRef();
    const kudos = aKudos();
    const given = (await storage.kudos.add(ref, kudos, 'none')) as string;
    const joined = { ...kudos, joined: [aPerson('Nadia')] };

    once(trouble);
    const version = await storage.kudos.replace(ref, joined, given);
    const found = await storage.kudos.find(ref, kudos.id);
    once(trouble);
    await storage.kudos.takeBack(ref, joined, version, mei);

    expect(found).toEqual({ thing: joined, version });
    expect(await storage.kudos.find(ref, kudos.id)).toEqual({ takenBackBy: mei });
    expect(await checked(ref)).toEqual([]);
  },
);

test.each(troubles)('teams, profiles, people and cards are kept with trouble $when: $how', async (trouble) => {
  const ref = aRef();
  const kudos = aKudos();
  await storage.kudos.add(ref, kudos, 'bot');

  once(trouble);
  await storage.teams.install(ref, facts);
  const { version, thing } = (await storage.teams.find(ref))!;
  once(trouble);
  const values = await storage.teams.saveValues(ref, ['Care'], version);
  once(trouble);
  await storage.teams.touchRoster(ref);
  once(trouble);
  const first = await storage.profiles.save(ref, mei, aProfile({ about: 'Tea' }), 'none');
  once(trouble);
  const second = await storage.profiles.save(ref, mei, aProfile({ about: 'Coffee' }), first);
  once(trouble);
  await storage.cards.settle(ref, kudos.id, ['1']);
  once(trouble);
  await storage.people.add(ref, [mei]);
  const teams = await storage.people.teamsOf(ref.tenantId, mei);
  once(trouble);
  await storage.people.remove(ref, [mei]);

  const team = (await storage.teams.find(ref))!;
  expect(team).toMatchObject({ version: values, thing: { team: { values: ['Care'] } } });
  expect(team.thing.rosterVersion).not.toBe(thing.rosterVersion);
  expect(await storage.profiles.find(ref, mei)).toEqual({ thing: aProfile({ about: 'Coffee' }), version: second });
  expect(await storage.cards.find(ref, kudos.id)).toEqual({ posts: ['1'] });
  expect(teams).toEqual([ref.teamId]);
  expect(await storage.people.teamsOf(ref.tenantId, mei)).toEqual([]);
  once(trouble);
  await storage.teams.uninstall(ref);
  expect(await storage.teams.find(ref)).toBeNull();
});

test('who gave is not told that the id was taken, even when somebody joined before the lost answer was asked for again', async () => {
  const ref = aRef();
  const kudos = aKudos();
  once({ when: 'after', how: 'reset' }, async () => {
    const found = (await besides.kudos.find(ref, kudos.id)) as { thing: Kudos; version: string };
    await besides.kudos.replace(ref, { ...found.thing, joined: [aPerson('Nadia')] }, found.version);
  });

  const answer = await storage.kudos.add(ref, kudos, 'bot');

  expect(answer).not.toBe('taken');
  expect(await storage.kudos.find(ref, kudos.id)).toMatchObject({ thing: { joined: [aPerson('Nadia')] } });
});

test('a real conflict is still one when the first answer was lost before anything happened', async () => {
  const ref = aRef();
  const version = await storage.profiles.save(ref, mei, aProfile(), 'none');
  once({ when: 'before', how: 500 }, () => besides.profiles.save(ref, mei, aProfile({ about: 'Theirs' }), version));

  await expect(storage.profiles.save(ref, mei, aProfile({ about: 'Mine' }), version)).rejects.toThrow(ChangedMeanwhile);

  expect((await storage.profiles.find(ref, mei)).thing.about).toBe('Theirs');
});

test.each([500, 503, 403, 'reset'] as const)(
  'storage that answers nothing but %s is away, and back when it is back',
  async (how) => {
    const ref = aRef();
    const kudos = aKudos();
    proxy.trouble = () => ({ when: 'before', how });
    const attempts = [
      () => storage.ping(),
      () => storage.teams.find(ref),
      () => storage.kudos.list(ref, mei, {}, null, 10),
      () => storage.kudos.add(ref, kudos, 'none'),
      () => storage.people.add(ref, [mei]),
    ];

    const answers = await Promise.allSettled(attempts.map((attempt) => attempt()));
    proxy.trouble = () => null;

    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(Away) as Away });
    // Neither what people wrote nor how we sign is in what a log would show.
    expect(
      JSON.stringify(answers.map((answer) => logged((answer as PromiseRejectedResult).reason as Error))),
    ).not.toMatch(/Thank|SharedKey|PartitionKey/i);
    await storage.ping();
    expect(await storage.kudos.add(ref, kudos, 'none')).not.toBe('taken');
  },
);

const logged = (trouble: Error): unknown[] => [
  trouble.message,
  trouble.stack,
  { ...trouble },
  ...(trouble.cause instanceof Error ? logged(trouble.cause) : []),
];

test('storage that never answers is given up in time', async () => {
  const impatient = await openStorage(proxy, table, { oneTryInMs: 200, firstPauseInMs: 5, wholeCallInMs: 5000 });
  const ref = aRef();
  proxy.requests.length = 0;
  proxy.trouble = () => ({ when: 'before', how: 'hang' });

  const answers = await Promise.allSettled([
    impatient.ping(),
    impatient.kudos.add(ref, aKudos(), 'none'),
    impatient.kudos.list(ref, mei, {}, null, 10),
    impatient.teams.find(ref),
  ]);

  for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(Away) as Away });
  // Each of the five requests was tried again, within its time.
  expect(proxy.requests.length).toBeGreaterThan(5);
  proxy.trouble = () => null;
  await impatient.ping();
});

test('one try that hangs is tried again', async () => {
  const impatient = await openStorage(proxy, table, { ...patience, oneTryInMs: 500, firstPauseInMs: 5 });
  const ref = aRef();
  const kudos = aKudos();

  once({ when: 'before', how: 'hang' });
  await impatient.teams.install(ref, facts);
  once({ when: 'after', how: 'hang' });
  const version = await impatient.kudos.add(ref, kudos, 'none');

  expect(await impatient.kudos.find(ref, kudos.id)).toEqual({ thing: kudos, version });
});

test('a service may start while storage is away, and the table is made when it comes', async () => {
  const port = await freePort();
  const early = await openStorage({ connectionString: connectionStringTo(`http://127.0.0.1:${port}`) }, freshTable());
  await expect(early.ping()).rejects.toBeInstanceOf(Away);

  const late = await startAzurite(port);
  const ref = aRef();
  await Promise.all([early.teams.install(ref, facts), early.ping(), early.kudos.list(ref, mei, {}, null, 5)]);

  expect(await early.teams.find(ref)).toMatchObject({ thing: { team: { name: 'Studio' } } });
  await late.stop();
});

test('a name that leads nowhere is storage that is away', async () => {
  const lost = await openStorage({ connectionString: connectionStringTo('http://storage.invalid:1') }, freshTable());

  await expect(lost.ping()).rejects.toBeInstanceOf(Away);
});
