import { entraKeys } from '../../bot/http/entraKeys.ts';
import { contoso, laterBy } from '../support/builders.ts';
import { type Entra, startEntra } from '../support/fakeEntra.ts';
import { amongOthers, keyTroubles } from '../support/keyTroubles.ts';

let entra: Entra;
beforeEach(async () => void (entra = await startEntra('client')));
afterEach(() => entra.stop());

const hours = (count: number) => laterBy(count * 3600);

test('Entra may be away for a day before anybody notices', async () => {
  let now = hours(0);
  const keysOf = entraKeys(entra.authority, () => now);
  expect((await keysOf(contoso, 'key-1'))?.issuer).toBe(`${entra.authority}/${contoso}/v2.0`);

  entra.setAway(true);
  for (const later of [1, 12, 23]) {
    now = hours(later);
    expect(await keysOf(contoso, 'key-1')).not.toBeNull();
  }

  now = hours(25);
  await expect(keysOf(contoso, 'key-1')).rejects.toThrow('Entra does not answer');
});

test('a new key is known with the first token that names it, and an old one is forgotten with it', async () => {
  let now = hours(0);
  const keysOf = entraKeys(entra.authority, () => now);
  await keysOf(contoso, 'key-1');

  await entra.rotate();
  now = hours(0.1);

  expect(await keysOf(contoso, 'key-2')).not.toBeNull();
  expect(await keysOf(contoso, 'key-1')).toBeNull();
});

test('invented keys make it look once a minute at most', async () => {
  let now = laterBy(0);
  const keysOf = entraKeys(entra.authority, () => now);
  await keysOf(contoso, 'key-1');
  const before = entra.asked();

  for (let second = 0; second <= 180; second++) {
    now = laterBy(second);
    await keysOf(contoso, `invented-${second}`);
  }

  expect(entra.asked() - before).toBe(3);
});

test('whoever starts without Entra tries again soon', async () => {
  let now = laterBy(0);
  const keysOf = entraKeys(entra.authority, () => now);
  entra.setAway(true);
  await expect(keysOf(contoso, 'key-1')).rejects.toThrow('Entra does not answer');

  entra.setAway(false);
  now = laterBy(6);

  expect(await keysOf(contoso, 'key-1')).not.toBeNull();
});

test('many tokens at once ask once', async () => {
  const keysOf = entraKeys(entra.authority);

  await Promise.all(Array.from({ length: 50 }, () => keysOf(contoso, 'key-1')));

  expect(entra.asked()).toBe(1);
});

test.each(Object.entries(keyTroubles))(
  'known keys go on being known, and no other is, when Entra answers with %s',
  async (_, trouble) => {
    let now = hours(0);
    const keysOf = entraKeys(entra.authority, () => now);
    await keysOf(contoso, 'key-1');
    entra.answer(trouble);
    now = hours(2);

    expect(await keysOf(contoso, 'key-2').catch(() => 'away')).toBeNull();
    expect(await keysOf(contoso, 'key-1')).not.toBeNull();
  },
);

test('a key that nobody can use keeps nobody from using the others', async () => {
  entra.answer(amongOthers);
  expect(await entraKeys(entra.authority)(contoso, 'key-1')).not.toBeNull();
  expect(await entraKeys(entra.authority)(contoso, 'broken')).toBeNull();
});

test('whoever brings a known key does not wait for Entra to answer', async () => {
  let now = hours(0);
  const keysOf = entraKeys(entra.authority, () => now);
  await keysOf(contoso, 'key-1');
  entra.answer(() => undefined);
  now = hours(2);

  const unknown = keysOf(contoso, 'key-2');
  expect(await Promise.race([unknown, keysOf(contoso, 'key-1')])).not.toBeNull();
  // Not for good, either.
  expect(await unknown).toBeNull();
});
