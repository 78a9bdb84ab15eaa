import type { Text } from '../../text/text.ts';
import { type Card, card, openUrl, words } from './elements.ts';

/** What can be done about an hour when a meeting begins or ends. */
export type MeetingDeed = 'open' | 'close';

export const meetingVerbs = { open: 'hour.open', close: 'hour.close' } as const;

type Offer = { readonly team: string; readonly date: string; readonly page: string };

/** Offered, never needed. It names no team: others than its members may be in the meeting. */
export function meetingCard(text: Text, deed: MeetingDeed, { team, date, page }: Offer): Card {
  return card(
    text,
    [
      words(text(`meeting.${deed}.ask`), { weight: 'Bolder' }, 'None'),
      words(text('meeting.optional'), { isSubtle: true }),
    ],
    [
      { type: 'Action.Execute', title: text(`meeting.${deed}`), verb: meetingVerbs[deed], data: { team, date } },
      openUrl(text('hour.open'), page),
    ],
  );
}

export function meetingDoneCard(text: Text, deed: MeetingDeed, page: string): Card {
  return card(text, [words(text(`meeting.${deed}.done`), {}, 'None')], [openUrl(text('hour.open'), page)]);
}
