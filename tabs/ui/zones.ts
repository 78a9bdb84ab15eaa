/* Time zones as people look for them: by a city. */

// Browsers keep calling some cities by names that the cities do not have any more.
const newerNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
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

/** Where this browser is. */
export const zoneHere = () => newest(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

/** Every zone that this browser knows. */
export function allZones(): readonly string[] {
  // What counts everywhere is a zone to people, and to some browsers none of a list.
  return [...new Set([...Intl.supportedValuesOf('timeZone').map(newest), 'UTC'])];
}

/** "Buenos Aires" of `America/Argentina/Buenos_Aires`. */
export const cityOf = (zone: string) => zone.split('/').at(-1)!.replaceAll('_', ' ');

const names = new Map<string, string>();

/** "Central European Time", in the reader's language; empty where nobody gave it a name. */
export function zoneName(zone: string, locale: string): string {
  const key = `${locale} ${zone}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = partOf({ timeZone: zone, timeZoneName: 'longGeneric' }, 'timeZoneName', locale, new Date());
  names.set(key, name);
  return name;
}

/** Whether a zone's clocks stand on summer time. Some zones change their clocks and do not call it so. */
export const isSummer = (zone: string, at: Date) =>
  /summer|daylight/i.test(partOf({ timeZone: zone, timeZoneName: 'long' }, 'timeZoneName', 'en', at));

export const isKnownZone = (zone: string) => zone !== '' && clockIn(zone) !== null;

/** What calendar and clock show in a zone: `2026-11-26`, `10:00`. */
export function wallAt(zone: string, at: Date): { readonly date: string; readonly time: string } {
  const parts = new Map(
    clockIn(zone)!
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map((part) =>
    parts.get(part)!.padStart(2, '0'),
  );
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

// Making a format costs a hundred times what using it does.
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function clockIn(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = madeClock(zone);
  clocks.set(zone, made);
  return made;
}

function madeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const [date, time] = [
      { year: 'numeric', month: '2-digit', day: '2-digit' },
      { hour: '2-digit', minute: '2-digit' },
    ] as const;
    return new Intl.DateTimeFormat('en-GB', { ...date, ...time, hourCycle: 'h23', timeZone });
  } catch {
    return null; // A zone that is younger than this browser.
  }
}

function partOf(format: Intl.DateTimeFormatOptions, part: 'timeZoneName', locale: string, at: Date): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, format).formatToParts(at);
    return parts.find(({ type }) => type === part)?.value ?? '';
  } catch {
    return '';
  }
}

function newest(zone: string): string {
  const newer = newerNames[zone];
  return newer && isKnownZone(newer) ? newer : zone;
}
