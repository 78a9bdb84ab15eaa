import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { OnOff } from '../ui/OnOff.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { Chosen } from './MyReminders.tsx';
import { TimeField } from './TimeField.tsx';
import { dateWithWeekday } from '../ui/localDates.ts';
import { pausesFrom } from './pauses.ts';
import { cityOf, wallAt } from '../ui/zones.ts';

const useRowClass = makeResetStyles({
  display: 'grid',
  // Beside each other where there is room for two.
  gridTemplateColumns: 'repeat(auto-fit, minmax(112px, 1fr))',
  gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  maxWidth: '264px',
  marginInlineStart: `calc(40px + ${tokens.spacingHorizontalM})`,
});

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  pause: { maxWidth: '360px', marginBlockStart: tokens.spacingVerticalM },
  zone: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const usualQuiet = { from: '18:00', to: '08:00' };

type QuietTimesProps = {
  readonly chosen: Chosen;
  readonly timeZone: string;
  readonly onChange: (edit: Partial<Chosen>) => void;
};

/** When nothing is said: in the evening, and for a while. */
export function QuietTimes({ chosen, timeZone, onChange }: QuietTimesProps) {
  const rowClass = useRowClass();
  const styles = useStyles();
  const { t, locale } = useText();
  const { quiet, snoozedUntil } = chosen;
  const today = wallAt(timeZone, new Date()).date;
  const isPaused = snoozedUntil !== null && snoozedUntil > today;
  const pauses = pausesFrom(today, isPaused ? snoozedUntil : null).map((date) => ({
    value: date,
    name: t('reminders.pause.until', { date: dateWithWeekday(date, locale) }),
  }));
  return (
    <div className={styles.part}>
      <OnOff
        label={t('reminders.quiet')}
        isOn={quiet !== null}
        onChange={(isOn) => onChange({ quiet: isOn ? usualQuiet : null })}
      />
      {quiet && (
        <div className={rowClass}>
          <TimeField
            label={t('reminders.quiet.from')}
            value={quiet.from}
            onChange={(from) => onChange({ quiet: { ...quiet, from } })}
          />
          <TimeField
            label={t('reminders.quiet.to')}
            value={quiet.to}
            onChange={(to) => onChange({ quiet: { ...quiet, to } })}
          />
        </div>
      )}
      <div className={styles.pause}>
        <SelectField
          label={t('reminders.pause')}
          choices={[{ value: '', name: t('reminders.pause.none') }, ...pauses]}
          chosen={isPaused ? snoozedUntil : ''}
          onChoose={(date) => onChange({ snoozedUntil: date || null })}
        />
      </div>
      <p className={styles.zone}>{t('reminders.zone', { zone: cityOf(timeZone) })}</p>
    </div>
  );
}
