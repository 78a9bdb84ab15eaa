import { emptyProfile } from '../../bot/domain/profile.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf, laterBy } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

test('a new team has an empty first screen', async () => {
  expect(await storage.firstScreen.read(aRef(), idOf('Mei'), 10)).toEqual({
    profile: { thing: emptyProfile, version: 'none' },
    goals: [],
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

    const { profile, slice } = await storage.firstScreen.read(ref, mei, limit);

    expect(profile).toEqual({ thing: aProfile({ thankMe: 'private' }), version });
    expect(slice).toEqual(await storage.kudos.list(ref, mei, {}, null, limit));
    expect(slice.items).toHaveLength(Math.min(limit, 10));
  },
);

test('without a profile the hidden kudos are still mine', async () => {
  const ref = aRef();
  const kudos = aKudos({ visibility: 'private' });
  await storage.kudos.add(ref, kudos, 'none');

  const mine = await storage.firstScreen.read(ref, idOf('Mei'), 5);
  const theirs = await storage.firstScreen.read(ref, idOf('Lukas'), 5);

  expect(mine.slice.items.map(({ thing }) => thing)).toEqual([kudos]);
  expect(theirs.slice.items).toEqual([]);
});
