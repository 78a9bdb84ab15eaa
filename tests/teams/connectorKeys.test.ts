import { Away } from '../../bot/app/ports.ts';
import { connectorKeys } from '../../bot/teams/connectorKeys.ts';
import { laterBy, noon } from '../support/builders.ts';
import { type FakeBotToken, startFakeBotToken } from '../support/fakeBotToken.ts';
import { amongOthers, keyTroubles } from '../support/keyTroubles.ts';

let connector: FakeBotToken;
let now = noon;

beforeEach(async () => {
  connector = await startFakeBotToken('the-bot');
  now = noon;
});
afterEach(() => connector.stop());

const keys = () => connectorKeys(connector.metadataUrl, () => now);
const hours = (count: number) => laterBy(count * 3600);

test('a new key is found a minute after somebody first came with an unknown one', async () => {
  const keyOf = keys();
  expect(await keyOf('connector-1')).toMatchObject({ endorsements: ['msteams'] });
  await connector.rotate();
  now = laterBy(59);
  expect(await keyOf('connector-2')).toBeNull();
  now = laterBy(61);
  expect(await keyOf('connector-2')).not.toBeNull();
  expect(await keyOf('connector-1')).toBeNull();
});

test('known keys are good for a day while nobody publishes them, and no longer', async () => {
  const keyOf = keys();
  await keyOf('connector-1');
  connector.setAway(true);
  now = hours(23);
  expect(await keyOf('connector-1')).not.toBeNull();
  now = hours(25);
  await expect(keyOf('connector-1')).rejects.toThrow(Away);
});

test('who asks at the same moment asks once', async () => {
  const keyOf = keys();
  await Promise.all(Array.from({ length: 20 }, () => keyOf('connector-1')));
  expect(connector.asked()).toBe(1);
});

test('without keys it asks again every few seconds, not every time', async () => {
  connector.setAway(true);
  const keyOf = keys();
  await expect(keyOf('connector-1')).rejects.toThrow(Away);
  connector.setAway(false);
  await expect(keyOf('connector-1')).rejects.toThrow(Away);
  now = laterBy(6);
  expect(await keyOf('connector-1')).not.toBeNull();
});

test.each(Object.entries(keyTroubles))(
  'known keys go on being known, and no other is, when they are said to be %s',
  async (_, trouble) => {
    const keyOf = keys();
    await keyOf('connector-1');
    connector.answer(trouble);
    now = hours(2);
    expect(await keyOf('connector-2').catch(() => 'away')).toBeNull();
    expect(await keyOf('connector-1')).not.toBeNull();
  },
);

test('a key that nobody can use keeps nobody from using the others', async () => {
  connector.answer(amongOthers);
  expect(await keys()('connector-1')).not.toBeNull();
  expect(await keys()('broken')).toBeNull();
});

test('an activity with a known key does not wait for new ones', async () => {
  const keyOf = keys();
  await keyOf('connector-1');
  connector.answer(() => undefined);
  now = hours(2);
  const unknown = keyOf('connector-2');
  expect(await Promise.race([unknown, keyOf('connector-1')])).not.toBeNull();
  expect(await unknown).toBeNull();
});
