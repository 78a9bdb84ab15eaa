import {
  type ReminderKind,
  reminderKinds,
  type ReminderWishes,
  kindsOn,
  snoozedOn,
  type WeekTime,
} from '../../domain/reminderWishes.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Team } from '../../domain/team.ts';
import type { TextKey } from '../../text/en.ts';
import type { Text } from '../../text/text.ts';
import { actions, type Card, card, execute, group, openUrl, sideBySide, words } from './elements.ts';
import { kindNames, wishVerbs } from './personalCard.ts';

/* What somebody wants to be told alone, chosen in the chat with the bot. */

type Place = { readonly team: Pick<Team, 'id' | 'name'>; readonly page: string };
type Wanted = { readonly wishes: ReminderWishes; readonly today: LocalDate };

const kindChoice = {
  actionDue: 'wishes.actionDue',
  promiseDue: 'wishes.promiseDue',
  ifThen: 'wishes.ifThen',
  goalCheckIn: 'wishes.goalCheckIn',
  topicAsked: 'wishes.topicAsked',
  helpOffered: 'wishes.helpOffered',
} satisfies Record<ReminderKind, TextKey>;

export function wishesCard(
  text: Text,
  {
    wishes,
    version,
    today,
    place,
    problem,
  }: { wishes: ReminderWishes; version: string; today: LocalDate; place: Place; problem: string | null },
): Card {
  const { team, page } = place;
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      words(text('wishes.title', { team: team.name }), { weight: 'Bolder', size: 'Medium' }, 'None'),
      words(text('wishes.text')),
      wishes.stopped.length > 0 ? words(text('wishes.ended', { kinds: kindNames(text, wishes.stopped) })) : null,
      {
        type: 'Input.ChoiceSet',
        id: 'kinds',
        label: text('wishes.kinds'),
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices: reminderKinds.map((kind) => ({ title: text(kindChoice[kind]), value: kind })),
        value: kindsOn(wishes).join(','),
      },
      waitField(text, wishes, today),
      sideBySide([
        dayField(text, 'ifThenDay', text('wishes.ifThenDay'), wishes.ifThenAt),
        timeField(text, 'ifThenTime', text('wishes.ifThenTime'), wishes.ifThenAt),
      ]),
      sideBySide([
        dayField(text, 'checkInDay', text('wishes.checkInDay'), wishes.checkInAt),
        timeField(text, 'checkInTime', text('wishes.checkInTime'), wishes.checkInAt),
      ]),
      words(text('wishes.more'), { isSubtle: true }),
      words(text('audience.me'), { isSubtle: true }),
    ],
    [
      execute(text('wishes.save'), wishVerbs.save, { team: team.id, version }, 'fields'),
      openUrl(text('personal.open'), page),
    ],
  );
}

/** What is on may be left alone for a week; what waits already says until when. */
function waitField(text: Text, wishes: ReminderWishes, today: LocalDate): object | null {
  const [on, until] = [kindsOn(wishes), snoozedOn(wishes, today)];
  if (on.length === 0) return null;
  return {
    type: 'Input.ChoiceSet',
    id: 'waiting',
    label: text('wishes.waiting'),
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    choices: on.map((kind) => ({ title: waits(text, text(kindChoice[kind]), until[kind]), value: kind })),
    value: on.filter((kind) => until[kind]).join(','),
  };
}

const waits = (text: Text, kind: string, until: LocalDate | undefined) =>
  until ? text('wishes.waits', { kind, date: text.day(until) }) : kind;

const dayField = (text: Text, id: string, label: string, { weekday }: WeekTime) => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  choices: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ title: text.nameOfWeekday(day), value: `${day}` })),
  value: `${weekday}`,
});

const timeField = (text: Text, id: string, label: string, { time }: WeekTime) => ({
  type: 'Input.Time',
  id,
  label,
  isRequired: true,
  errorMessage: text('slot.time.missing'),
  value: time,
});

/** After it was chosen: what holds now. */
export function wishesKeptCard(text: Text, { wishes, today, place }: Wanted & { readonly place: Place }): Card {
  const { team, page } = place;
  const isAny = kindsOn(wishes).length > 0;
  return card(
    text,
    [
      words(text('wishes.kept', { team: team.name }), { weight: 'Bolder', size: 'Medium' }, 'None'),
      isAny ? words(text('wishes.kinds'), { isSubtle: true }) : null,
      ...chosen(text, { wishes, today }),
      isAny ? words(text('wishes.often'), { isSubtle: true }) : null,
      words(text('audience.me'), { isSubtle: true }),
    ],
    [execute(text('wishes.change'), wishVerbs.open, { team: team.id }), openUrl(text('personal.open'), page)],
  );
}

/** Who is in several teams chooses for each. */
export function wishesOfTeamsCard(
  text: Text,
  teams: readonly (Wanted & { readonly team: Pick<Team, 'id' | 'name'> })[],
): Card {
  return card(text, [
    words(text('wishes.teams'), { weight: 'Bolder', size: 'Medium' }, 'None'),
    ...teams.map(({ team, ...wanted }) =>
      group([
        words(team.name, { weight: 'Bolder' }, 'None'),
        ...chosen(text, wanted, { isSubtle: true }),
        actions([execute(text('wishes.choose'), wishVerbs.open, { team: team.id })]),
      ]),
    ),
    words(text('audience.me'), { isSubtle: true }, 'Medium'),
  ]);
}

/** In the words in which it was chosen, with the times that were chosen with it. */
function chosen(text: Text, { wishes, today }: Wanted, look: { isSubtle?: boolean } = {}): object[] {
  const [on, until] = [kindsOn(wishes), snoozedOn(wishes, today)];
  if (on.length === 0) return [words(text('wishes.off'), look)];
  const times: Partial<Record<ReminderKind, WeekTime>> = { ifThen: wishes.ifThenAt, goalCheckIn: wishes.checkInAt };
  return on.map((kind) => {
    const [said, at] = [text(kindChoice[kind]), times[kind]];
    const when = at && { kind: said, day: text.nameOfWeekday(at.weekday), time: at.time };
    return words(waits(text, when ? text('wishes.at', when) : said, until[kind]), look);
  });
}
