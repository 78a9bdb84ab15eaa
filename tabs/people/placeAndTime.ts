/* Where somebody is and what time it is there, from the zone and the hours that they told. */

type Told = {
  readonly timeZone: string;
  readonly workingHours: { readonly start: string; readonly end: string } | null;
};

// Making one costs a hundred times what using it does, and a team of five hundred lives in a dozen zones.
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockIn(zone: string, locale: string): Intl.DateTimeFormat | null {
  const key = `${locale} ${zone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = zone ? madeClock(zone, locale) : null;
  clocks.set(key, made);
  return made;
}

function madeClock(timeZone: string, locale: string): Intl.DateTimeFormat | null {
  try {
    // The wall time of rules is written as the contract writes it, whatever the reader's habits are.
    const style = locale === asRules ? ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const) : null;
    return new Intl.DateTimeFormat(style ? 'en-GB' : locale, { ...(style ?? { timeStyle: 'short' }), timeZone });
  } catch {
    return null; // A zone that is younger than this browser.
  }
}

const asRules = 'HH:mm';

/** "09:12", as the reader writes it; `null` where no zone was told. */
export const timeThere = (zone: string, now: Date, locale: string) => clockIn(zone, locale)?.format(now) ?? null;

/** Whether it is within the hours that they work, where they are. Who told none is never said to be free. */
export function isFree({ timeZone, workingHours }: Told, now: Date): boolean {
  const there = clockIn(timeZone, asRules)?.format(now);
  return Boolean(there && workingHours && workingHours.start <= there && there < workingHours.end);
}

/** A wall time as the reader writes it. */
export function wallTime(time: string, locale: string): string {
  return clockIn('UTC', locale)!.format(new Date(`2000-01-01T${time}:00Z`));
}
