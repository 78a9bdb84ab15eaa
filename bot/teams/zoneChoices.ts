import { isZone, type Zone } from '../domain/time.ts';
import { folded } from '../domain/words.ts';
import type { Text } from '../text/text.ts';
import type { Choice } from './cards/choices.ts';

/** One or two cities of every clock that many people live by; whoever misses theirs types it, and Teams asks us. */
const usual: readonly Zone[] = [
  ...['Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Denver', 'America/Phoenix'],
  ...['America/Chicago', 'America/Mexico_City', 'America/New_York', 'America/Toronto', 'America/Bogota'],
  ...['America/Halifax', 'America/Santiago', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires'],
  ...['Atlantic/Azores', 'UTC', 'Europe/London', 'Europe/Lisbon', 'Africa/Casablanca', 'Africa/Lagos'],
  ...['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Athens', 'Africa/Cairo', 'Africa/Johannesburg'],
  ...['Asia/Jerusalem', 'Europe/Istanbul', 'Europe/Moscow', 'Asia/Riyadh', 'Africa/Nairobi', 'Asia/Tehran'],
  ...['Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Dhaka', 'Asia/Bangkok', 'Asia/Jakarta'],
  ...['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth', 'Asia/Tokyo', 'Asia/Seoul', 'Australia/Adelaide'],
  ...['Australia/Sydney', 'Pacific/Auckland'],
];

/** The zones of a form, with the one that is chosen in it first. */
export function zoneChoices(text: Text, chosen: Zone): Choice[] {
  const zones = chosen && isZone(chosen) ? [chosen, ...usual.filter((zone) => zone !== chosen)] : usual;
  return zones.map((zone) => choiceOf(text, zone));
}

const maxFound = 15;

/** By the beginnings of what a city or a clock is called, in the reader's language or in English. */
export function zonesCalled(text: Text, typed: string): Choice[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const isMeant = (choice: Choice) => {
    const parts = folded(`${choice.title} ${choice.value}`).split(/[\s/_()-]+/);
    return wanted.every((start) => parts.some((part) => part.startsWith(start)));
  };
  return everyZone(text).filter(isMeant).slice(0, maxFound);
}

// Finding out what four hundred clocks are called takes longer than anybody types.
const every = new Map<string, readonly Choice[]>();

function everyZone(text: Text): readonly Choice[] {
  const known = every.get(text.language);
  if (known) return known;
  const zones = [...new Set([...usual, ...Intl.supportedValuesOf('timeZone')])];
  const choices = zones.map((zone) => choiceOf(text, zone));
  every.set(text.language, choices);
  return choices;
}

function choiceOf(text: Text, zone: Zone): Choice {
  const city = zone.split('/').at(-1)!.replaceAll('_', ' ');
  const clock = text.zone(zone);
  return { title: clock === city ? city : text('slot.zone', { city, clock }), value: zone };
}
