import { expectEachHourSaidOnce } from '../support/saidBy.ts';
import { zones } from '../support/clocks.ts';

test.each(zones)('over five years each hour is spoken of once, at its time on the clock, in %s', (timeZone) => {
  expectEachHourSaidOnce(timeZone, 5);
});
