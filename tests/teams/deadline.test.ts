import { Away } from '../../bot/app/ports.ts';
import { inTime } from '../../bot/teams/deadline.ts';

test('what comes in time is the answer, and so is its trouble', async () => {
  expect(await inTime(Promise.resolve('answer'), 50)).toBe('answer');
  await expect(inTime(Promise.reject(new Error('no')), 50)).rejects.toThrow('no');
});

test('what does not is away, and trouble after that disturbs nobody', async () => {
  let fail: (trouble: Error) => void = () => undefined;
  const late = new Promise<never>((_, reject) => (fail = reject));
  await expect(inTime(late, 1)).rejects.toThrow(Away);
  fail(new Error('much later'));
  await expect(late).rejects.toThrow('much later');
});
