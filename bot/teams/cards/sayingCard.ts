import type { Saying } from '../../app/reminderPorts.ts';
import type { Hour } from '../../domain/hour.ts';
import type { Team } from '../../domain/team.ts';
import { localDateOf } from '../../domain/time.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, maxCardInBytes, openDialog, openUrl, sizeInBytes, words } from './elements.ts';
import { awayVerb } from './hourCard.ts';
import { heading, listOf, agendaOf, partsOf, promiseLine, short, teamTimeOf, whenForAll } from './hourParts.ts';
import { nudgeCard } from './nudgeCard.ts';
import { recapCard } from './recapCard.ts';
import { statusCard } from './statusCard.ts';

export type SaidWhere = { readonly team: Pick<Team, 'id' | 'name'>; readonly page: string };

/** A post about an hour, as the hour is now: a post that stands there from yesterday says what became of it since. */
export function sayingCard(text: Text, saying: Saying, where: SaidWhere): Card {
  switch (saying.kind) {
    case 'before':
      return isAhead(saying.hour) ? beforeCard(text, saying, where) : pastCard(text, saying, where);
    case 'start':
      return isAhead(saying.hour) ? startingCard(text, saying, where) : pastCard(text, saying, where);
    case 'nudge':
      if (saying.hour.status === 'planned') return nudgeCard(text, saying, where);
      // The post above says when it was.
      return wasOpened(saying.hour) ? card(text, [words(text('nudge.answered'))]) : pastCard(text, saying, where);
    case 'status':
      return statusCard(text, saying, where, isAhead(saying.hour) ? null : whatBecameOf(text, saying));
    case 'recap':
      return recapCard(text, saying, where);
  }
}

/** What a notification shows. */
export function summaryOf(text: Text, { kind, hour }: Saying): string {
  const date = text.weekday(localDateOf(hour.startsAt, hour.timeZone));
  if (kind === 'before') return text('before.summary', { date, time: text.time(hour.startsAt, hour.timeZone) });
  return text(kind === 'start' ? 'begin.title' : `${kind}.title`);
}

const isAhead = ({ status }: Hour) => status === 'planned' || status === 'open';

const wasOpened = ({ status }: Hour) => status === 'open' || status === 'held';

const maxPromises = 4;
const maxPairs = 5;

/** Where names are long, who talks with whom is left to the tab. */
function beforeCard(text: Text, saying: Saying, where: SaidWhere): Card {
  const whole = beforeWith(text, saying, where);
  return sizeInBytes(whole) <= maxCardInBytes ? whole : beforeWith(text, { ...saying, pairs: [] }, where);
}

function beforeWith(text: Text, { hour, pairs, topics, promises, away }: Saying, { team, page }: SaidWhere): Card {
  return card(
    text,
    [
      words(text('before.title'), heading, 'None'),
      ...whenForAll(text, hour),
      ...agendaOf(text, hour, away, topics),
      listOf(
        text,
        text('before.promises'),
        maxPromises,
        promises.map((item) => promiseLine(text, item)),
      ),
      // Where there are many, the tab is the better place.
      pairs.length <= maxPairs
        ? listOf(
            text,
            text('before.pairs'),
            maxPairs,
            pairs.map((pair) => text.names(pair.map((person) => short(text, person)))),
          )
        : null,
    ],
    [
      openDialog(text('hour.addTopic'), { open: 'topic', team: team.id }),
      openUrl(text('hour.open'), page),
      {
        type: 'Action.Execute',
        title: text('hour.cannotCome'),
        verb: awayVerb,
        data: { team: team.id, date: hour.date, away: true },
      },
    ],
  );
}

function startingCard(text: Text, { hour, meetingLink }: Saying, { page }: SaidWhere): Card {
  return card(
    text,
    [
      words(text('begin.title'), heading, 'None'),
      ...whenForAll(text, hour),
      partsOf(text, hour),
      words(text('begin.how'), {}, 'Medium'),
    ],
    [meetingLink ? openUrl(text('begin.join'), meetingLink) : null, openUrl(text('hour.open'), page)],
  );
}

/** What is left of a post when its hour is over, or somewhere else. */
function pastCard(text: Text, saying: Saying, { page }: SaidWhere): Card {
  return card(
    text,
    [words(text('hour.title'), heading, 'None'), ...whatBecameOf(text, saying)],
    [openUrl(text('hour.open'), page)],
  );
}

function whatBecameOf(text: Text, { hour, nextHour }: Saying): object[] {
  const { status, reason, movedTo } = hour;
  const why = reason ? [words(reason, { isSubtle: true })] : [];
  if (status === 'skipped') return [words(text('became.skipped', { date: dayOf(text, hour) })), ...why];
  if (status !== 'moved') return [words(text('became.held', { when: teamTimeOf(text, hour) }))];
  // The schedule does not have it any more: it was not moved to a day of its own.
  if (!movedTo) return [words(text('became.gone', { date: dayOf(text, hour) })), ...why];
  const known = nextHour?.date === movedTo ? nextHour : null;
  const sentence = text('became.moved', { date: text.weekday(movedTo) });
  return [words(sentence), ...(known ? whenForAll(text, known) : []), ...why];
}

const dayOf = (text: Text, { startsAt, timeZone }: Hour) => text.weekday(localDateOf(startsAt, timeZone));
