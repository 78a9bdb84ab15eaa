import type { Hour } from '../../domain/hour.ts';
import type { Team } from '../../domain/team.ts';
import type { Text } from '../../text/text.ts';
import { actions, type Card, card, group, maxActions, openDialog, openUrl, submit, words } from './elements.ts';
import { excerpt } from './excerpt.ts';
import type { HourCard } from './hourCard.ts';
import { whenOf } from './hourParts.ts';

export type MyHour = { readonly team: Pick<Team, 'id' | 'name'>; readonly hour: Hour };

/** The next hours of several teams, for my eyes; what is on each is a press away. */
export function myHoursCard(text: Text, hours: readonly MyHour[], where: HourCard['where']): Card {
  return card(text, [
    where === 'dialog' ? null : words(text('hour.mine'), { weight: 'Bolder', size: 'Medium' }, 'None'),
    ...hours.slice(0, maxActions).map(({ team, hour }) => {
      const data = { team: team.id };
      const see =
        where === 'dialog'
          ? submit(text('hour.see'), { step: 'hour', ...data })
          : openDialog(text('hour.see'), { open: 'hour', ...data });
      return group([
        words(team.name, { weight: 'Bolder' }, 'None'),
        whenOf(text, hour),
        // Several buttons of one name: whose hour each is for is said to who points at it, or hears it read.
        actions([{ ...see, tooltip: excerpt(team.name, 60) }]),
      ]);
    }),
  ]);
}

/** Where others read along who need not be in any team of mine: a way to my own hours, and nothing of anybody's. */
export function hoursElsewhereCard(text: Text): Card {
  return card(text, [words(text('hour.private'), {}, 'None')], [openDialog(text('hour.show'), { open: 'hour' })]);
}

export function noHourCard(text: Text, team: string, page: string): Card {
  return card(text, [words(text('hour.none', { team }), {}, 'None')], [openUrl(text('hour.begin'), page)]);
}
