import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aKudosId, aRef } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

test('that a card is about to be posted is known from the moment the kudos is given', async () => {
  const ref = aRef();
  const [posted, silent] = [aKudos(), aKudos()];

  await storage.kudos.add(ref, posted, 'bot');
  await storage.kudos.add(ref, silent, 'none');

  expect(await storage.cards.find(ref, posted.id)).toEqual({ posts: [] });
  expect(await storage.cards.find(ref, silent.id)).toBeNull();
  expect(await storage.cards.find(ref, aKudosId())).toBeNull();
});

test('where the card was posted is remembered, also when the kudos is taken back', async () => {
  const ref = aRef();
  const kudos = aKudos();
  const version = (await storage.kudos.add(ref, kudos, 'bot')) as string;

  await storage.cards.settle(ref, kudos.id, ['{"conversation":"19:a","activity":"1"}', '"2"']);
  await storage.kudos.takeBack(ref, kudos, version, kudos.from.id);

  expect(await storage.cards.find(ref, kudos.id)).toEqual({ posts: ['{"conversation":"19:a","activity":"1"}', '"2"'] });
});

test('a card that could be posted nowhere is settled too', async () => {
  const ref = aRef();
  const kudos = aKudos();
  await storage.kudos.add(ref, kudos, 'bot');

  await storage.cards.settle(ref, kudos.id, []);

  expect(await storage.cards.find(ref, kudos.id)).toEqual({ posts: [] });
});
