import { scheduleLimits } from '#contract/limits';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { ButtonRadios } from '../ui/ButtonRadios.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { LineField } from '../ui/LineField.tsx';
import { Radios } from '../ui/Radios.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ZoneField } from '../ui/ZoneField.tsx';
import { dateWithWeekday, weekdayName, weekFor } from '../ui/localDates.ts';
import type { Draft } from './scheduleDraft.ts';

const row = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  alignItems: 'start',
};

const useReplacedClass = makeResetStyles({
  ...row,
  '@media (min-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) 144px' },
});

const useWhenClass = makeResetStyles({
  ...row,
  // A length is not cut in any language.
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  '> :last-child': { gridColumn: '1 / -1' },
  '@media (min-width: 640px)': {
    gridTemplateColumns: '136px 144px minmax(0, 1fr)',
    '> :last-child': { gridColumn: 'auto' },
  },
});

const useFirstClass = makeResetStyles({ maxWidth: '304px' });

const useStyles = makeStyles({
  // Its little clock would make it higher than its neighbours.
  time: { height: '32px', paddingBlock: 0 },
});

type ScheduleFieldsProps = {
  readonly draft: Draft;
  /** The first date, as it stands. */
  readonly beginning: string;
  readonly dates: readonly string[];
  readonly onChange: (edit: Partial<Draft>) => void;
};

export function ScheduleFields({ draft, beginning, dates, onChange }: ScheduleFieldsProps) {
  const replacedClass = useReplacedClass();
  const whenClass = useWhenClass();
  const firstClass = useFirstClass();
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t, locale } = useText();
  const { replacedName, replacedMinutes, weekday, time, minutes, timeZone, everyWeeks, meetingLink } = draft;

  const lengths = (all: readonly number[], chosen: number) =>
    [...new Set([...all, chosen])]
      .sort((one, other) => one - other)
      .map((value) => ({ value, name: t('hour.minutes', { minutes: value }) }));

  return (
    <>
      <div className={replacedClass}>
        <LineField
          label={t('hour.replaces')}
          hint={t('hour.replaces.hint')}
          limit={scheduleLimits.name}
          value={replacedName}
          onChange={(name) => onChange({ replacedName: name })}
        />
        {replacedName.trim() && (
          <SelectField
            label={t('hour.replaces.minutes')}
            choices={lengths(meetingLengths, replacedMinutes)}
            chosen={replacedMinutes}
            onChoose={(length) => onChange({ replacedMinutes: length })}
          />
        )}
      </div>
      <ButtonRadios
        label={t('hour.day')}
        choices={weekFor(locale).map((day) => ({
          value: day,
          name: weekdayName(day, locale),
          short: weekdayName(day, locale, 'short'),
        }))}
        chosen={weekday}
        onChoose={(day) => onChange({ weekday: day })}
      />
      <div className={whenClass}>
        <Labelled label={t('hour.from')} problem={time ? null : t('hour.why.time')}>
          {(described) => (
            <input
              {...described}
              type="time"
              step={300}
              className={mergeClasses(inputClass, styles.time)}
              value={time}
              onChange={({ target }) => onChange({ time: target.value })}
            />
          )}
        </Labelled>
        <SelectField
          label={t('hour.length')}
          choices={lengths(hourLengths, minutes)}
          chosen={minutes}
          onChoose={(length) => onChange({ minutes: length })}
        />
        <ZoneField label={t('hour.zone')} zone={timeZone} onChange={(zone) => onChange({ timeZone: zone })} />
      </div>
      <Radios
        areShort
        label={t('hour.often')}
        choices={[
          { value: '1', name: t('hour.often.weekly') },
          { value: '2', name: t('hour.often.second') },
        ]}
        chosen={everyWeeks === 2 ? '2' : '1'}
        onChoose={(weeks) => onChange({ everyWeeks: weeks === '2' ? 2 : 1 })}
      />
      <LineField
        label={t('hour.link')}
        hint={t('hour.link.hint')}
        limit={2000}
        value={meetingLink}
        onChange={(link) => onChange({ meetingLink: link })}
      />
      <div className={firstClass}>
        <SelectField
          label={t('hour.first')}
          choices={dates.map((date) => ({ value: date, name: dateWithWeekday(date, locale) }))}
          chosen={beginning}
          onChoose={(date) => onChange({ startOn: date })}
        />
      </div>
    </>
  );
}

const meetingLengths = [15, 30, 45, 60, 90, 120];
const hourLengths = fiveByFive(scheduleLimits.minMinutes, scheduleLimits.maxMinutes);

function fiveByFive(from: number, to: number): readonly number[] {
  return Array.from({ length: (to - from) / 5 + 1 }, (_, at) => from + 5 * at);
}
