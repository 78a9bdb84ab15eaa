import { scheduleLimits } from '../../domain/schedule.ts';
import type { Zone } from '../../domain/time.ts';
import type { Text } from '../../text/text.ts';
import type { Choice } from './choices.ts';
import { type Card, card, submit, words } from './elements.ts';

/** What is in the fields: as typed, not as meant. */
export type TypedSchedule = {
  readonly weekday: string;
  readonly time: string;
  readonly zone: string;
  readonly minutes: string;
  readonly meeting: string;
  readonly meetingMinutes: string;
  /** What the bot says in the channel; `null` for who cannot choose that. */
  readonly posts: readonly string[] | null;
};

export type ScheduleForm = {
  /** What the form brings back. Whoever sends it may have changed it. */
  readonly carried: {
    readonly team: string;
    readonly startOn: string;
    readonly everyWeeks: number;
    /** Of the schedule that is about to be replaced; `null` where there is none. */
    readonly version: string | null;
    /** Of what the bot was to say until now. */
    readonly postsVersion: string;
  };
  readonly typed: TypedSchedule;
  readonly zones: readonly Choice[];
  /** Owners choose, members propose. */
  readonly isOwner: boolean;
  readonly team: string;
  readonly problem: string | null;
};

/** A dataset of this name asks for time zones. */
export const zonesDataset = 'zones';

export const postKinds = ['before', 'start', 'recap'] as const;

/** When a team's hour is, and what it takes the place of. */
export function scheduleForm(text: Text, form: ScheduleForm): Card {
  const { carried, typed, zones, isOwner, team, problem } = form;
  return card(
    text,
    [
      problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null,
      words(text(isOwner ? 'slot.owner' : 'slot.member', { team }), { isSubtle: true }, 'None'),
      choice('weekday', text('slot.weekday.label'), typed.weekday, weekdays(text)),
      {
        type: 'Input.Time',
        id: 'time',
        label: text('slot.time.label'),
        isRequired: true,
        errorMessage: text('slot.time.missing'),
        value: typed.time,
      },
      {
        type: 'Input.ChoiceSet',
        id: 'zone',
        label: text('slot.zone.label'),
        style: 'filtered',
        isRequired: true,
        errorMessage: text('slot.zone.missing'),
        choices: zones,
        'choices.data': { type: 'Data.Query', dataset: zonesDataset },
        value: typed.zone satisfies Zone,
      },
      choice('minutes', text('slot.minutes.label'), typed.minutes, lengths(text)),
      {
        type: 'Input.Text',
        id: 'meeting',
        label: text('slot.meeting.label'),
        placeholder: text('slot.meeting.placeholder'),
        maxLength: scheduleLimits.name,
        value: typed.meeting,
      },
      {
        type: 'Input.Text',
        id: 'meetingMinutes',
        label: text('slot.meetingMinutes.label'),
        maxLength: 3,
        value: typed.meetingMinutes,
      },
      typed.posts && {
        type: 'Input.ChoiceSet',
        id: 'posts',
        label: text('slot.posts.label'),
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        choices: postKinds.map((kind) => ({ title: text(`slot.posts.${kind}`), value: kind })),
        value: typed.posts.join(','),
      },
    ],
    [{ ...submit(text(isOwner ? 'slot.choose' : 'slot.propose'), { step: 'slot', ...carried }), style: 'positive' }],
  );
}

const choice = (id: string, label: string, value: string, choices: readonly Choice[]) => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  choices,
  value,
});

const weekdays = (text: Text) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ title: text.nameOfWeekday(day), value: String(day) }));

const lengths = (text: Text) =>
  [30, 45, 60, 75, 90].map((count) => ({ title: text('slot.minutes', { count }), value: String(count) }));
