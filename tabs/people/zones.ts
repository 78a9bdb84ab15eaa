import { folded } from '#contract/limits';
import { allZones, cityOf } from '../ui/zones.ts';

/* Time zones to choose from, with everything by which one may be looked for. */

export type Zone = { readonly id: string; readonly city: string; readonly region: string; readonly words: string };

export function zoneOf(id: string): Zone {
  const region = id.includes('/') ? id.slice(0, id.indexOf('/')).replaceAll('_', ' ') : '';
  return { id, city: cityOf(id), region, words: folded(id.replaceAll(/[/_]/g, ' ')) };
}

let all: readonly Zone[] | null = null;

/** All that this browser knows, by city. */
export function zones(): readonly Zone[] {
  all ??= allZones()
    .map(zoneOf)
    .sort((one, other) => one.city.localeCompare(other.city));
  return all;
}

/** Those that are meant by what was typed: cities that begin with it first. */
export function zonesLike(typed: string, most: number): readonly Zone[] {
  const words = folded(typed)
    .split(/[\s/_]+/)
    .filter(Boolean);
  const begins = (zone: Zone) => Number(folded(zone.city).startsWith(words[0] ?? ''));
  return zones()
    .filter((zone) => words.every((word) => zone.words.includes(word)))
    .toSorted((one, other) => begins(other) - begins(one))
    .slice(0, most);
}
