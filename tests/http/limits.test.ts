import { createLimiter } from '../../bot/http/limits.ts';
import { laterBy } from '../support/builders.ts';

test('so many at once, and then so many a second', () => {
  let now = laterBy(0);
  const ask = createLimiter({ atOnce: 3, aSecond: 2 }, () => now);
  const passes = () => {
    try {
      ask('Amara');
      return true;
    } catch {
      return false;
    }
  };

  expect([passes(), passes(), passes(), passes()]).toEqual([true, true, true, false]);
  now = laterBy(1);
  expect([passes(), passes(), passes()]).toEqual([true, true, false]);
  now = laterBy(600);
  expect([passes(), passes(), passes(), passes()]).toEqual([true, true, true, false]);
});

test('it says how long to wait, and asking too early does not make it longer', () => {
  let now = laterBy(0);
  const ask = createLimiter({ atOnce: 1, aSecond: 0.1 }, () => now);
  ask('Amara');

  expect(() => ask('Amara')).toThrow(expect.objectContaining({ code: 'tooFast', retryAfterInSeconds: 10 }));
  now = laterBy(8);
  expect(() => ask('Amara')).toThrow(expect.objectContaining({ retryAfterInSeconds: 2 }));
  now = laterBy(10);
  expect(() => ask('Amara')).not.toThrow();
});

test('a clock that jumps back gives nothing and takes nothing', () => {
  let now = laterBy(100);
  const ask = createLimiter({ atOnce: 2, aSecond: 1 }, () => now);
  ask('Amara');

  now = laterBy(0);

  expect(() => ask('Amara')).not.toThrow();
  expect(() => ask('Amara')).toThrow();
});
