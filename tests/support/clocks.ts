/* What clocks show, from Intl alone: to judge Temporal by something that is not Temporal. */

/** Both hemispheres, half an hour, midnight, none at all, and zones that changed their rule. */
export const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Almaty',
  'Pacific/Auckland',
  'UTC',
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string) {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', calendar: 'iso8601', ...parts });
  formats.set(timeZone, made);
  return made;
}

/** The date and the time that a clock in a zone shows. */
export function clockOf(at: Date, zone: string): { date: string; time: string } {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${parts['year']}-${parts['month']}-${parts['day']}`, time: `${parts['hour']}:${parts['minute']}` };
}

const offsetAt = (at: number, zone: string) => {
  const { date, time } = clockOf(new Date(at), zone);
  return Date.parse(`${date}T${time}Z`) - at;
};

/** The first instant at which clocks show this; where they never do, as long after the gap began as it would have been without it. */
export function wallToInstant(date: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const day = 86_400_000;
  const offsets = [...new Set([offsetAt(asUtc - day, zone), offsetAt(asUtc + day, zone)])];
  const shown = offsets
    .map((offset) => asUtc - offset)
    .filter((at) => JSON.stringify(clockOf(new Date(at), zone)) === JSON.stringify({ date, time }))
    .sort((one, other) => one - other);
  return new Date(shown[0] ?? asUtc - offsetAt(asUtc - day, zone));
}
