import { Away, ChangedMeanwhile } from '../../bot/app/ports.ts';
import type { PersonId, TeamRef } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { patience } from '../../bot/storage/connect.ts';
import { inParallel } from '../../bot/storage/inParallel.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf } from '../support/builders.ts';
import { seeded } from '../support/chance.ts';
import { isTransaction } from '../support/recorder.ts';
import { aLearner, expectGoals, untilDone } from '../support/learners.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';
import { startStorageProxy, type StorageProxy, type Trouble } from '../support/storageProxy.ts';
import { aTalker, expectHour } from '../support/talkers.ts';

/* Long runs with everything that storage can do to us. Each prints its seed: with `SEED=` the same goes wrong again. */

let azurite: Azurite;
let proxy: StorageProxy;
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
afterEach(() => {
  proxy.trouble = () => null;
});

const hurried = { ...patience, firstPauseInMs: 2 };
const facts = { kind: 'team', name: 'Studio', address: '{}' } as const;
const how = [500, 503, 'reset'] as const;

/** Azurite slows down with every row: a few teams, then another table. */
async function aTable() {
  const table = freshTable();
  const storage = await openStorage(proxy, table, hurried);
  await storage.ping();
  const check = (ref: TeamRef) =>
    everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref));
  return { storage, check };
}

/** A team whose people do this and that; `known` is what has to be there in the end. */
async function aBusyTeam(storage: Storage, deeds: number, pick: ReturnType<typeof seeded>['pick']) {
  const ref = aRef();
  const known = { walls: new Map<string, Kudos | 'taken back'>(), about: '', values: [] as string[] };
  const learning = aLearner(storage, ref, pick);
  const talking = aTalker(storage, ref, pick);
  let profile = 'none';
  await untilDone(() => storage.teams.install(ref, facts));
  let values = (await untilDone(() => storage.teams.find(ref)))!.version;
  const versions = new Map<string, string>();
  const living = () => [...known.walls.values()].filter((one) => one !== 'taken back');

  const kinds = {
    async give() {
      const kudos = aKudos({ visibility: pick(['channel', 'channel', 'private']), value: pick(['Care', null]) });
      const version = await untilDone(() => storage.kudos.add(ref, kudos, 'bot'));
      // Nobody else has this id, so nobody can have been first.
      expect(version).not.toBe('taken');
      versions.set(kudos.id, version);
      known.walls.set(kudos.id, kudos);
    },
    async join() {
      const kudos = living().length > 0 ? pick(living()) : null;
      if (!kudos) return;
      const joined = { ...kudos, joined: kudos.joined.length > 0 ? [] : [aPerson('Nadia')] };
      versions.set(kudos.id, await storage.kudos.replace(ref, joined, versions.get(kudos.id)!));
      known.walls.set(kudos.id, joined);
    },
    async takeBack() {
      const kudos = living().length > 3 ? pick(living()) : null;
      if (!kudos) return;
      await storage.kudos.takeBack(ref, kudos, versions.get(kudos.id)!, kudos.from.id);
      known.walls.set(kudos.id, 'taken back');
    },
    async tell() {
      const about = `Tea ${known.walls.size}`;
      profile = await storage.profiles.save(ref, idOf('Mei'), aProfile({ about }), profile);
      known.about = about;
    },
    async choose() {
      const wanted = [`Care ${known.walls.size}`];
      values = await storage.teams.saveValues(ref, wanted, values);
      known.values = wanted;
    },
    async touch() {
      await storage.teams.touchRoster(ref);
    },
    ...learning.kinds,
    ...talking.kinds,
  };
  const odds = [
    ...(['give', 'give', 'give', 'join', 'join', 'takeBack', 'tell', 'choose', 'touch'] as const),
    ...(['begin', 'begin', 'checkIn', 'checkIn', 'share', 'share', 'comment', 'uncomment', 'remove'] as const),
    ...(['write', 'write', 'rewrite', 'unwrite', 'raise', 'settle', 'settle', 'promise', 'keepPromise'] as const),
    ...(['thankInHour', 'lookIn', 'arrange'] as const),
  ];
  // Nothing happens before execution, or it happens once: so a deed that ended in `Away` was not done, and may be done again.
  for (let deed = 0; deed < deeds; deed++) await untilDone(kinds[pick(odds)]);
  return { ref, known, goals: learning.known, hour: talking.known };
}

async function expectAllOf(
  storage: Storage,
  { ref, known, goals, hour }: Awaited<ReturnType<typeof aBusyTeam>>,
): Promise<void> {
  await expectGoals(storage, ref, goals);
  await expectHour(storage, ref, hour);
  const everybody = [...new Set(['Amara', 'Mei'])].map(idOf);
  const walls = await Promise.all(everybody.map((person) => wholeWall(storage, ref, person)));
  const expected = [...known.walls.values(), ...hour.thanks.values()]
    .filter((one) => typeof one !== 'string')
    .map(byId)
    .sort();
  for (const wall of walls) expect(wall.map(byId).sort()).toEqual(expected);
  expect((await storage.profiles.find(ref, idOf('Mei'))).thing.about).toBe(known.about);
  expect((await storage.teams.find(ref))!.thing.team.values).toEqual(known.values);
}

const byId = (kudos: Kudos) => `${kudos.id} ${kudos.joined.length}`;

async function wholeWall(storage: Storage, ref: TeamRef, viewer: PersonId): Promise<Kudos[]> {
  const found: Kudos[] = [];
  let after: Parameters<Storage['kudos']['list']>[3] = null;
  do {
    const slice = await storage.kudos.list(ref, viewer, {}, after, 100);
    found.push(...slice.items.map(({ thing }) => thing));
    after = slice.next;
  } while (after);
  return found;
}

test.each([0.01, 0.1, 0.3])(
  'with %f of all requests failing before anything was done, all ends as it should',
  async (rate) => {
    const { seed, chance, pick } = seeded();
    let failed = 0;
    for (let round = 0; round < 8; round++) {
      const { storage, check } = await aTable();
      proxy.trouble = () => {
        if (chance() >= rate) return null;
        failed++;
        return { when: 'before', how: pick(how) };
      };

      const teams = await Promise.all(Array.from({ length: 10 }, () => aBusyTeam(storage, 60, pick)));

      proxy.trouble = () => null;
      for (const team of teams) {
        await expectAllOf(storage, team);
        expect(await check(team.ref)).toEqual([]);
      }
    }
    console.info(`seed ${seed}: 4800 deeds, ${failed} requests failed`);
  },
  600_000,
);

test('when the answer to every single write is lost, nothing is doubled, nothing lost, and nothing called a conflict', async () => {
  const { seed, pick } = seeded();
  let lost = 0;
  for (let round = 0; round < 6; round++) {
    const { storage, check } = await aTable();
    // Each transaction is done, and then its answer is lost; the repetition gets through.
    const known = new Set<string>();
    proxy.trouble = (request): Trouble | null => {
      const id = `${request.headers['content-type']}`;
      if (!isTransaction(request) || known.has(id)) return null;
      known.add(id);
      lost++;
      return { when: 'after', how: pick(how) };
    };

    const teams = await Promise.all(Array.from({ length: 10 }, () => aBusyTeam(storage, 60, pick)));
    const people = Array.from({ length: 50 }, (_, index) => idOf(`Person ${index}`));
    await storage.people.add(teams[0]!.ref, people);
    const added = await inParallel(people, (person) => storage.people.teamsOf(teams[0]!.ref.tenantId, person));
    await storage.people.remove(teams[0]!.ref, people);
    const removed = await inParallel(people, (person) => storage.people.teamsOf(teams[0]!.ref.tenantId, person));

    proxy.trouble = () => null;
    expect(added.every((teams) => teams.length === 1)).toBe(true);
    expect(removed.every((teams) => teams.length === 0)).toBe(true);
    for (const team of teams) {
      await expectAllOf(storage, team);
      expect(await check(team.ref)).toEqual([]);
    }
  }
  console.info(`seed ${seed}: ${lost} acknowledgements lost`);
}, 600_000);

test('of thousands who change the same things at once, no change is lost, also when answers are', async () => {
  const { seed, chance, pick } = seeded();
  let conflicts = 0;
  let changes = 0;
  for (let round = 0; round < 25; round++) {
    const { storage, check } = await aTable();
    const ref = aRef();
    const kudos = aKudos({ text: 'Thank you all' });
    await storage.kudos.add(ref, kudos, 'none');
    proxy.trouble = (request) =>
      isTransaction(request) && chance() < 0.05 ? { when: pick(['before', 'after']), how: pick(how) } : null;
    const people = Array.from({ length: 40 }, (_, index) => aPerson(`Person ${index}`));

    await inParallel(
      people,
      async (person) => {
        for (const joins of [true, false, true]) {
          for (;;) {
            const found = (await untilDone(() => storage.kudos.find(ref, kudos.id))) as {
              thing: Kudos;
              version: string;
            };
            const others = found.thing.joined.filter(({ id }) => id !== person.id);
            const joined = joins ? [...others, person] : others;
            if (joined.length === found.thing.joined.length) break;
            try {
              await storage.kudos.replace(ref, { ...found.thing, joined }, found.version);
              changes++;
            } catch (trouble) {
              if (!(trouble instanceof ChangedMeanwhile || trouble instanceof Away)) throw trouble;
              conflicts++;
              continue;
            }
            break;
          }
        }
      },
      4,
    );

    proxy.trouble = () => null;
    const [found] = await wholeWall(storage, ref, idOf('Jonas'));
    expect(new Set(found!.joined.map(({ id }) => id))).toEqual(new Set(people.map(({ id }) => id)));
    expect(found!.joined).toHaveLength(people.length);
    expect(await check(ref)).toEqual([]);
  }
  console.info(`seed ${seed}: ${changes} changes, ${conflicts} conflicts`);
}, 600_000);

test('storage that hangs for a minute keeps nobody waiting longer than twelve seconds, and is back at once', async () => {
  const storage = await openStorage(proxy, freshTable());
  const ref = aRef();
  await storage.teams.install(ref, facts);
  proxy.trouble = () => ({ when: 'before', how: 'hang' });
  const began = Date.now();

  const waits = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const deeds = [
        () => storage.ping(),
        () => storage.teams.find(ref),
        () => storage.kudos.add(ref, aKudos(), 'none'),
        () => storage.firstScreen.read(ref, idOf('Mei'), 20, '2026-11-19'),
      ];
      const answer = await deeds[index % deeds.length]!().catch((trouble: unknown) => trouble);
      expect(answer).toBeInstanceOf(Away);
      return Date.now() - began;
    }),
  );
  proxy.trouble = () => null;
  const again = Date.now();
  await storage.kudos.add(ref, aKudos(), 'none');
  const back = Date.now() - again;

  console.info(`given up after ${Math.min(...waits)} to ${Math.max(...waits)} ms, back after ${back} ms`);
  // These two are promises of the service, so here the clock is asked; a second is for the machine.
  expect(Math.max(...waits)).toBeLessThan(13_000);
  expect(back).toBeLessThan(5_000);
}, 60_000);
