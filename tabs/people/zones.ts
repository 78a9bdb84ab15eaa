import { folded } from '#contract/limits';
import { cityOf } from './placeAndTime.ts';

/** Browsers still call some places as they were called long ago; people live in the city of today. */
const today: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const named = (zone: string) => today[zone] ?? zone;

export type Zone = { readonly id: string; readonly city: string; readonly region: string; readonly words: string };

export function zoneOf(id: string): Zone {
  const region = id.includes('/') ? id.slice(0, id.indexOf('/')).replaceAll('_', ' ') : '';
  return { id, city: cityOf(id), region, words: folded(id.replaceAll(/[/_]/g, ' ')) };
}

let all: readonly Zone[] | null = null;

/** All that this browser knows, by city. */
export function zones(): readonly Zone[] {
  all ??= [...Intl.supportedValuesOf('timeZone'), 'UTC']
    .map((id) => zoneOf(named(id)))
    .sort((one, other) => one.city.localeCompare(other.city));
  return all;
}

/** Where this device says that it is. */
export const zoneHere = () => named(Intl.DateTimeFormat().resolvedOptions().timeZone);

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
