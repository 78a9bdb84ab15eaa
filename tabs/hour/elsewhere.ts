import type { OccurrenceView } from '#contract/schedule';
import { cityOf, isKnownZone, wallAt } from '../ui/zones.ts';

type Somewhere = { readonly id: string; readonly name: string; readonly timeZone: string };

/** Some who have the same time then. */
export type Elsewhere = {
  readonly zone: string;
  readonly cities: readonly string[];
  readonly date: string;
  readonly time: string;
};

/** What time it is then for those who are not on the hour's own clock, the earliest first. */
export function forTheOthers(people: readonly Somewhere[], zone: string, startsAt: string): readonly Elsewhere[] {
  const at = new Date(startsAt);
  const here = wallAt(zone, at);
  const groups = new Map<string, Elsewhere>();
  for (const { timeZone } of people) {
    if (!isKnownZone(timeZone)) continue;
    const { date, time } = wallAt(timeZone, at);
    if (date === here.date && time === here.time) continue;
    const known = groups.get(`${date} ${time}`);
    const cities = [...new Set([...(known?.cities ?? []), cityOf(timeZone)])].sort();
    groups.set(`${date} ${time}`, { zone: timeZone, cities, date, time });
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

const nightBegins = '22:00';
const nightEnds = '06:00';

/** Those whose night it would touch, on any of the dates. Who told no zone is not guessed at. */
export function nightFor<Person extends Somewhere>(
  people: readonly Person[],
  dates: readonly OccurrenceView[],
): readonly Person[] {
  const isNight = (zone: string, at: Date) => {
    const { time } = wallAt(zone, at);
    return time >= nightBegins || time < nightEnds;
  };
  return people.filter(
    ({ timeZone }) =>
      isKnownZone(timeZone) &&
      dates.some(({ startsAt, endsAt }) => {
        // The minute in which it ends is over.
        const last = new Date(Date.parse(endsAt) - 60_000);
        return isNight(timeZone, new Date(startsAt)) || isNight(timeZone, last);
      }),
  );
}
