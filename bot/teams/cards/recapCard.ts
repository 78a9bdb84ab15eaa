import type { Saying } from '../../app/reminderPorts.ts';
import { localDateOf } from '../../domain/time.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, group, openUrl, theirDay, theirTime, timedWords, words } from './elements.ts';
import { excerpt } from './excerpt.ts';
import { heading, listOf, promiseLine, teamTimeOf } from './hourParts.ts';
import type { SaidWhere } from './sayingCard.ts';

const maxDecisions = 6;
const maxActions = 8;
const maxDecision = 160;

/** What came out of an hour. What was said just for it is not handed to the bot, and would not be shown. */
export function recapCard(
  text: Text,
  { hour, decisions, actions, nextHour }: Pick<Saying, 'hour' | 'decisions' | 'actions' | 'nextHour'>,
  { page }: SaidWhere,
): Card {
  const kept = decisions.filter(({ keep }) => keep);
  const nothing = kept.length === 0 && actions.length === 0;
  return card(
    text,
    [
      words(text('recap.title'), heading, 'None'),
      words(text.weekday(localDateOf(hour.startsAt, hour.timeZone)), { isSubtle: true }, 'None'),
      nothing ? words(text('recap.nothing'), {}, 'Medium') : null,
      listOf(
        text,
        text('recap.decisions'),
        maxDecisions,
        kept.map((decision) => excerpt(decision.text, maxDecision)),
      ),
      listOf(
        text,
        text('recap.actions'),
        maxActions,
        actions.map((item) => promiseLine(text, item)),
      ),
      nextHour &&
        group([
          words(text('recap.next'), { weight: 'Bolder' }, 'None'),
          words(teamTimeOf(text, nextHour)),
          timedWords(text('hour.yours', theirs(nextHour)), { isSubtle: true }, 'None'),
        ]),
    ],
    [openUrl(text('recap.open'), page)],
  );
}

const theirs = ({ startsAt, endsAt }: NonNullable<Saying['nextHour']>) => ({
  date: theirDay(startsAt),
  time: theirTime(startsAt),
  end: theirTime(endsAt),
});
