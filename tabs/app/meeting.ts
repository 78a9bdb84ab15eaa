import { app, calendar } from '@microsoft/teams-js';

/** Teams' own form for a meeting, above the page where Teams can; else Teams is led there. */
export async function composeMeeting(link: string): Promise<void> {
  if (!calendar.isSupported()) return app.openLink(link);
  const said = new URL(link).searchParams;
  await calendar.composeMeeting({
    subject: said.get('subject') ?? '',
    startTime: onThisClock(said.get('startTime')),
    endTime: onThisClock(said.get('endTime')),
    content: said.get('content') ?? '',
  });
}

/** `MM/DD/YYYY HH:MM:SS`, as teams-js wants it: by the clock of who looks. */
function onThisClock(instant: string | null): string {
  const at = new Date(instant ?? Number.NaN);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = [two(at.getMonth() + 1), two(at.getDate()), at.getFullYear()].join('/');
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())}:00`;
}
