import type { OccurrenceView } from '#contract/schedule';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';

/** Leads to Teams' form for a new meeting, with this hour in it. The page's links into Teams are opened by Teams itself. */
export function useMeetingLink() {
  const { t } = useText();
  const { team } = useTeam();
  return ({ startsAt, endsAt }: Pick<OccurrenceView, 'startsAt' | 'endsAt'>): string => {
    // Read by Teams and not by a page: the marks that keep directions apart would be shown.
    const words = (sentence: string) => sentence.replace(/[\u2068\u2069]/g, '');
    const said = {
      subject: words(t('hour.meeting.subject', { team: team.name })),
      startTime: instant(startsAt),
      endTime: instant(endsAt),
      content: words(t('hour.meeting.text', { team: team.name })),
    };
    // Not by URLSearchParams: Teams reads its "+" as a plus.
    const query = Object.entries(said).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`;
  };
}

/** Without the parts of a second, which Teams does not expect. */
const instant = (at: string) => at.replace(/(\.\d+)?Z$/, '+00:00');
