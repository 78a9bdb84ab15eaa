import { createPace, type Pace } from '../../bot/app/pace.ts';
import { Away } from '../../bot/app/ports.ts';
import { tenantId } from '../../bot/domain/ids.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { contoso, noon } from '../support/builders.ts';

/** What Teams takes from an app in a tenant. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const allowedPerSecond = 30;

let azurite: Azurite;
let storage: Storage;
let now: number;
beforeAll(async () => void (azurite = await startAzurite()));
afterAll(() => azurite.stop());
beforeEach(async () => {
  storage = await freshStorage(azurite);
  now = noon.getTime();
});

const anInstance = (of: Partial<Parameters<typeof createPace>[0]> = {}): Pace =>
  createPace({
    pace: storage.pace,
    clock: () => new Date(now),
    sleep: async (ms) => void (now = Math.max(now, now + ms)),
    ...of,
  });

/** When each of so many goes, in the order in which they ask. */
async function momentsOf(pace: Pace, count: number, doBefore = (_at: number) => {}): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const moment = await pace(contoso);
      doBefore(at);
      await moment();
      return now;
    }),
  );
}

const mostInASecond = (moments: readonly number[]) =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length));

test('all of a crowd get their moment, and no second has more than Teams takes', async () => {
  const moments = await momentsOf(anInstance(), 100);

  expect(mostInASecond(moments)).toBeLessThanOrEqual(allowedPerSecond);
  expect(Math.max(...moments) - noon.getTime()).toBeLessThan((100 / allowedPerSecond) * 1.2 * 1000 + 500);
});

test('two instances share one row, and no second has more than Teams takes', async () => {
  const [one, other] = await Promise.all([momentsOf(anInstance(), 40), momentsOf(anInstance(), 40)]);

  expect(mostInASecond([...one, ...other])).toBeLessThanOrEqual(allowedPerSecond);
});

test('who was held up does not make good for it all at once', async () => {
  const moments = await momentsOf(anInstance(), 60, (at) => void (at === 4 && (now += 5_000)));

  expect(mostInASecond(moments)).toBeLessThanOrEqual(allowedPerSecond);
});

test('who never takes their moment keeps nobody waiting', async () => {
  const pace = anInstance();
  const [, ...others] = await Promise.all([pace(contoso), pace(contoso), pace(contoso)]);
  await Promise.all(others.map((moment) => moment()));

  expect(now).toBeGreaterThan(noon.getTime());
});

test('each tenant has a pace of its own', async () => {
  const pace = anInstance();
  await momentsOf(pace, 60);
  const before = now;
  now = noon.getTime();
  await (
    await pace(tenantId('7a7a7a7a-0000-4000-8000-000000000000'))
  )();

  expect(now).toBeLessThan(before);
});

test('when the row is away, all who wait hear of it, and the next one tries again', async () => {
  let isAway = true;
  const pace = anInstance({
    pace: { reserve: (...asked) => (isAway ? Promise.reject(new Away('storage')) : storage.pace.reserve(...asked)) },
  });
  const all = await Promise.allSettled([pace(contoso), pace(contoso)]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  isAway = false;
  await expect(pace(contoso)).resolves.toBeInstanceOf(Function);
});
