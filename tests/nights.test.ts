import { createNights } from '../bot/nights.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const minutes = 60_000;
const quiet = { info() {}, warn() {}, error() {} };

test('each night’s work is asked for every hour, and one that fails keeps nobody from theirs', async () => {
  const done: string[] = [];
  const failed: object[] = [];
  const log = { ...quiet, error: (facts: object) => void failed.push(facts) };
  const works = {
    broken: () => Promise.reject(new Error('away')),
    whole: async () => void done.push('whole'),
  };
  const nights = createNights(works, log);

  nights.start();
  await jest.advanceTimersByTimeAsync(4 * minutes);
  expect(done).toEqual([]);
  await jest.advanceTimersByTimeAsync(2 * minutes);
  await jest.advanceTimersByTimeAsync(60 * minutes);
  await nights.stop();
  await jest.advanceTimersByTimeAsync(180 * minutes);

  expect(done).toEqual(['whole', 'whole']);
  expect(failed).toMatchObject([{ name: 'broken' }, { name: 'broken' }]);
});

test('stopping waits for what is being done, and begins nothing more', async () => {
  let finish = () => {};
  const done: string[] = [];
  const works = {
    long: () => new Promise<void>((resolve) => (finish = resolve)),
    next: async () => void done.push('next'),
  };
  const nights = createNights(works, quiet);
  nights.start();
  await jest.advanceTimersByTimeAsync(6 * minutes);

  let isStopped = false;
  const stopped = nights.stop().then(() => (isStopped = true));
  await jest.advanceTimersByTimeAsync(minutes);
  expect(isStopped).toBe(false);
  finish();
  await stopped;

  expect(done).toEqual([]);
});
