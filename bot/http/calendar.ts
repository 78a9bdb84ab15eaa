import { createHash } from 'node:crypto';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { TeamRef } from '../domain/ids.ts';
import { occurrencesFrom, type Schedule } from '../domain/schedule.ts';
import { wallTimeAfter } from '../domain/time.ts';

export type CalendarFacts = {
  readonly ref: TeamRef;
  readonly schedule: Schedule;
  /** How often the schedule was changed: of two downloads a calendar believes the one with more. */
  readonly edition: number;
  readonly title: string;
  readonly description: string;
  readonly now: Date;
};

/**
 * The series for any calendar (RFC 5545). Its id stays, so that a later download moves the hours instead of doubling them. Start and
 * end are wall times, as people chose them: libraries take instants, and write the wrong time when the first date is one on which
 * clocks skip it.
 */
export function calendarOf({ ref, schedule, edition, title, description, now }: CalendarFacts): string {
  const { date } = occurrencesFrom(schedule, schedule.startOn, 1)[0]!;
  const end = wallTimeAfter(date, schedule.time, schedule.minutes);
  const [zone, name] = zoneOf(schedule.timeZone);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//People Hour//People Hour//EN',
    ...zone,
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(`${ref.tenantId} ${ref.teamId}`).digest('hex').slice(0, 32)}@people-hour`,
    `SEQUENCE:${edition}`,
    `DTSTAMP:${compact(now.toISOString().slice(0, 19))}Z`,
    `DTSTART;TZID=${name}:${compact(`${date}T${schedule.time}:00`)}`,
    `DTEND;TZID=${name}:${compact(`${end.date}T${end.time}:00`)}`,
    `RRULE:FREQ=WEEKLY;INTERVAL=${schedule.everyWeeks};BYDAY=${weekdays[schedule.weekday - 1]}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const compact = (moment: string) => moment.replace(/[-:]/g, '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** No line is longer than 75 bytes; what follows begins with a space. */
function folded(line: string): string {
  const lines = [''];
  for (const character of line) {
    const longer = lines.at(-1)! + character;
    if (Buffer.byteLength(longer) <= 75) lines[lines.length - 1] = longer;
    else lines.push(` ${character}`);
  }
  return lines.join('\r\n');
}

/** What a zone's clocks do, and by which name; zones go by several. */
function zoneOf(zone: string): [string[], string] {
  const [block, name] = tzlib_get_ical_block(zone) as [string, string];
  return [block.trim().split(/\r?\n/), name.replace(/^TZID=/, '')];
}
