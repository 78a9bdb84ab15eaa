import type { MyRemindersView } from '#contract/reminder';
import { makeResetStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { TimeField } from './TimeField.tsx';
import { weekdayName } from '../ui/localDates.ts';

const useRowClass = makeResetStyles({
  display: 'grid',
  // Beside each other where there is room for two.
  gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))',
  gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  maxWidth: '360px',
});

type WeekTime = MyRemindersView['ifThenAt'];

/** Once a week, at a time. */
export function WeekTimeFields({ value, onChange }: { value: WeekTime; onChange: (value: WeekTime) => void }) {
  const rowClass = useRowClass();
  const { t, locale } = useText();
  return (
    <div className={rowClass}>
      <SelectField
        label={t('reminders.day')}
        choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, name: weekdayName(day, locale) }))}
        chosen={value.weekday}
        onChoose={(weekday) => onChange({ ...value, weekday })}
      />
      <TimeField label={t('reminders.time')} value={value.time} onChange={(time) => onChange({ ...value, time })} />
    </div>
  );
}
