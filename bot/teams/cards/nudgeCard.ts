import type { Saying } from '../../app/reminderPorts.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, openDialog, openUrl, words } from './elements.ts';
import { heading, short } from './hourParts.ts';
import { meetingVerbs } from './meetingCards.ts';
import type { SaidWhere } from './sayingCard.ts';
import { mentioned } from './title.ts';

/** Asked once, when nobody opened the hour: its facilitator is mentioned, so that they hear of it; anybody may answer. */
export function nudgeCard(text: Text, { hour }: Pick<Saying, 'hour'>, { team, page }: SaidWhere): Card {
  const data = { team: team.id, date: hour.date };
  const mention = hour.facilitator && mentioned(hour.facilitator);
  const sentence = hour.facilitator
    ? text('nudge.ask', { name: mention?.text ?? short(text, hour.facilitator) })
    : text('nudge.askAll');
  const asked = card(
    text,
    [
      mention
        ? { type: 'TextBlock', spacing: 'None', text: sentence, wrap: true, ...heading }
        : words(sentence, heading, 'None'),
      words(text('nudge.choices')),
    ],
    [
      { type: 'Action.Execute', title: text('nudge.begin'), verb: meetingVerbs.open, data },
      openDialog(text('nudge.move'), { open: 'moveHour', ...data }),
      openDialog(text('nudge.skip'), { open: 'skipHour', ...data }),
      openUrl(text('hour.open'), page),
    ],
  );
  return mention ? { ...asked, msteams: { entities: [mention] } } : asked;
}
