import { hourLimits } from '../../domain/hour.ts';
import type { LocalDate, WallTime } from '../../domain/time.ts';
import type { Text } from '../../text/text.ts';
import { type Card, card, submit, words } from './elements.ts';

/** What is in the fields: as typed, not as meant. */
export type TypedMove = { readonly day: string; readonly time: string; readonly reason: string };

type Frame = {
  /** What the form brings back. Whoever sends it may have changed it. */
  readonly carried: { readonly team: string; readonly date: string };
  /** Who will see it; `null` when the team cannot be asked right now. */
  readonly audience: string | null;
  readonly problem: string | null;
};

export type MoveForm = Frame & {
  readonly typed: TypedMove;
  readonly days: readonly LocalDate[];
  /** The zone in which the time is meant. */
  readonly zone: string;
};

export function moveForm(text: Text, { carried, typed, days, zone, audience, problem }: MoveForm): Card {
  return card(
    text,
    [
      problemLine(problem),
      {
        type: 'Input.ChoiceSet',
        id: 'day',
        label: text('move.day.label'),
        style: 'compact',
        choices: days.map((day) => ({ title: text.weekday(day), value: day })),
        value: typed.day,
      },
      {
        type: 'Input.Time',
        id: 'time',
        label: text('move.time.label', { zone: text.zone(zone) }),
        isRequired: true,
        errorMessage: text('move.time.missing'),
        value: typed.time satisfies WallTime,
      },
      reasonField(text, typed.reason),
      audience ? words(audience, { isSubtle: true }, 'Medium') : null,
    ],
    [{ ...submit(text('move.send'), { step: 'moveHour', ...carried }), style: 'positive' }],
  );
}

export type SkipForm = Frame & { readonly typed: Pick<TypedMove, 'reason'> };

export function skipForm(text: Text, { carried, typed, audience, problem }: SkipForm): Card {
  return card(
    text,
    [
      problemLine(problem),
      reasonField(text, typed.reason),
      audience ? words(audience, { isSubtle: true }, 'Medium') : null,
    ],
    [submit(text('skip.send'), { step: 'skipHour', ...carried })],
  );
}

const problemLine = (problem: string | null) =>
  problem ? words(problem, { color: 'Attention', weight: 'Bolder' }, 'None') : null;

const reasonField = (text: Text, value: string) => ({
  type: 'Input.Text',
  id: 'reason',
  label: text('change.reason.label'),
  placeholder: text('change.reason.placeholder'),
  isMultiline: true,
  isRequired: true,
  errorMessage: text('change.reason.missing'),
  maxLength: hourLimits.reason,
  value,
});
