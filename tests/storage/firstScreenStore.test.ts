import { hourDate } from '../../bot/domain/ids.ts';
import { emptyProfile } from '../../bot/domain/profile.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf, laterBy, noon } from '../support/builders.ts';
import { aCheckIn, aGoal, aStep } from '../support/buildersOfGoals.ts';
import { anAction, anHour, aSchedule, nextThursday, thursday } from '../support/buildersOfHours.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

test('a new team has an empty first screen', async () => {
  expect(await storage.firstScreen.read(aRef(), idOf('Mei'), 10, '2026-11-19')).toEqual({
    profile: { thing: emptyProfile, version: 'none' },
    goals: [],
    actions: [],
    schedule: null,
    touched: [],
    slice: { items: [], next: null },
  });
});

test.each([1, 3, 5, 20])(
  'the first screen is my profile and the first page of my wall, for pages of %i',
  async (limit) => {
    const ref = aRef();
    const mei = idOf('Mei');
    const version = await storage.profiles.save(ref, mei, aProfile({ thankMe: 'private' }), 'none');
    const visibilities = ['channel', 'private', 'hour'] as const;
    for (let second = 0; second < 12; second++) {
      const from = aPerson(second % 2 ? 'Mei' : 'Amara');
      const to = [aPerson(second % 2 ? 'Amara' : 'Mei')];
      await storage.kudos.add(
        ref,
        aKudos({ from, to, createdAt: laterBy(second), visibility: visibilities[second % 3]! }),
        'none',
      );
    }

    const { profile, slice } = await storage.firstScreen.read(ref, mei, limit, '2026-11-19');

    expect(profile).toEqual({ thing: aProfile({ thankMe: 'private' }), version });
    expect(slice).toEqual(await storage.kudos.list(ref, mei, {}, null, limit));
    expect(slice.items).toHaveLength(Math.min(limit, 10));
  },
);

test('without a profile the hidden kudos are still mine', async () => {
  const ref = aRef();
  const kudos = aKudos({ visibility: 'private' });
  await storage.kudos.add(ref, kudos, 'none');

  const mine = await storage.firstScreen.read(ref, idOf('Mei'), 5, '2026-11-19');
  const theirs = await storage.firstScreen.read(ref, idOf('Lukas'), 5, '2026-11-19');

  expect(mine.slice.items.map(({ thing }) => thing)).toEqual([kudos]);
  expect(theirs.slice.items).toEqual([]);
});

test('my open goals stand on it, the one last checked in first, those that never were behind, three at most', async () => {
  const ref = aRef();
  const mine = (title: string, checkedIn: number | null, of: Parameters<typeof aGoal>[1] = {}) =>
    aGoal(
      { title, audience: 'team', steps: [aStep('Done', true), aStep('Next')] },
      { owner: aPerson('Mei'), checkIns: checkedIn === null ? [] : [aCheckIn({ at: laterBy(checkedIn) })], ...of },
    );
  const closing = { status: 'dropped' as const, learned: '', helpedBy: [], at: laterBy(99) };
  const all = [
    mine('Never, older', null, { createdAt: laterBy(1) }),
    mine('Never, newer', null, { createdAt: laterBy(2) }),
    mine('Long ago', 3),
    mine('Closed', 98, { status: 'dropped', closings: [closing] }),
    { ...mine('Of somebody else', 97), owner: aPerson('Amara') },
  ];
  const titles = async () =>
    (await storage.firstScreen.read(ref, idOf('Mei'), 5, '2026-11-19')).goals.map(
      ({ title, checkedInAt, nextStep, progress }) => {
        expect([nextStep, progress]).toEqual(['Next', { done: 1, total: 2 }]);
        return [title, checkedInAt];
      },
    );

  for (const goal of all) await storage.goals.add(ref, goal);
  const before = await titles();
  await storage.goals.add(ref, mine('Just now', 50));
  const after = await titles();

  expect(before).toEqual([
    ['Long ago', laterBy(3)],
    ['Never, newer', null],
    ['Never, older', null],
  ]);
  expect(after).toEqual([
    ['Just now', laterBy(50)],
    ['Long ago', laterBy(3)],
    ['Never, newer', null],
  ]);
});

test.each([0, 3, 6, 7, 30])('with %i open goals the wall is as it is without any', async (count) => {
  const ref = aRef();
  const mei = idOf('Mei');
  await storage.profiles.save(ref, mei, aProfile({ thankMe: 'private' }), 'none');
  for (let second = 0; second < 10; second++) {
    const visibility = second % 3 ? 'private' : 'channel';
    await storage.kudos.add(ref, aKudos({ createdAt: laterBy(second), visibility }), 'none');
  }
  for (let at = 0; at < count; at++) {
    await storage.goals.add(ref, aGoal({}, { owner: aPerson('Mei'), createdAt: laterBy(at) }));
  }

  for (const limit of [2, 5, 20]) {
    const { profile, goals, slice } = await storage.firstScreen.read(ref, mei, limit, '2026-11-19');

    expect(profile.thing).toEqual(aProfile({ thankMe: 'private' }));
    expect(goals).toHaveLength(Math.min(count, 3));
    expect(slice).toEqual(await storage.kudos.list(ref, mei, {}, null, limit));
  }
});

test('the schedule and the hours from a day on stand on it, whatever there was before', async () => {
  const ref = aRef();
  const [before, after] = [hourDate('2026-11-12'), hourDate('2027-11-25')];
  for (const date of [before, nextThursday, thursday, after]) await storage.hours.save(ref, anHour({ date }), null);
  const withoutSchedule = await storage.firstScreen.read(ref, idOf('Mei'), 5, thursday);
  await storage.schedules.save(ref, aSchedule(), null, noon);

  const { schedule, touched } = await storage.firstScreen.read(ref, idOf('Mei'), 5, thursday);

  expect(withoutSchedule.schedule).toBeNull();
  expect(schedule).toEqual(aSchedule());
  expect(touched.map(({ date }) => date)).toEqual([after, nextThursday, thursday]);
  expect(withoutSchedule.touched).toEqual(touched);
});

test.each([0, 4, 5, 6, 30])('with %i open action items the wall is as it is without any', async (count) => {
  const ref = aRef();
  const mei = idOf('Mei');
  for (let second = 0; second < 10; second++) {
    const visibility = second % 3 ? 'private' : 'channel';
    await storage.kudos.add(ref, aKudos({ createdAt: laterBy(second), visibility }), 'none');
  }
  for (let at = 0; at < 8; at++)
    await storage.goals.add(ref, aGoal({}, { owner: aPerson('Mei'), createdAt: laterBy(at) }));
  for (let at = 0; at < count; at++) await storage.actions.add(ref, anAction('Mei'));

  for (const limit of [2, 20]) {
    const { actions, slice } = await storage.firstScreen.read(ref, mei, limit, thursday);

    expect(actions).toHaveLength(Math.min(count, 5));
    expect(slice).toEqual(await storage.kudos.list(ref, mei, {}, null, limit));
  }
});
