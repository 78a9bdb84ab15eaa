import { editionOfStatus, sayStatus } from '../../bot/domain/statusLine.ts';
import { aPerson, laterBy, noon } from '../support/builders.ts';

test('what is said anew is always later than what it takes the place of, also where clocks are not quite the same', () => {
  const mei = aPerson('Mei');
  const first = sayStatus('Release is out', mei, null, laterBy(1));
  const second = sayStatus('Release is late', mei, first, noon);
  const third = sayStatus('Release is never', mei, second, laterBy(2));

  expect([first.at, third.at]).toEqual([laterBy(1), laterBy(2)]);
  expect(new Set([first, second, third].map(editionOfStatus)).size).toBe(3);
  expect(second).toEqual({ by: mei, text: 'Release is late', at: new Date(first.at.getTime() + 1) });
});
