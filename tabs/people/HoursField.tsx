import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Problem } from '../ui/Labelled.tsx';
import type { Words } from './profileWords.ts';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    padding: 0,
  },
  times: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  time: { width: '128px', minWidth: 0 },
});

type HoursFieldProps = {
  readonly label: string;
  readonly audience: string;
  readonly hours: Words['hours'];
  readonly onChange: (hours: Words['hours']) => void;
  readonly problem: string | null;
};

/** From when to when, by the clock where they are. */
export function HoursField({ label, audience, hours, onChange, problem }: HoursFieldProps) {
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t } = useText();
  const id = useId();
  const described = [problem && `${id}-problem`, `${id}-seen`].filter(Boolean).join(' ');
  const time = (which: 'start' | 'end') => (
    <div className={styles.time}>
      <input
        type="time"
        className={inputClass}
        aria-label={t(which === 'start' ? 'people.edit.hours.start' : 'people.edit.hours.end')}
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
        value={hours[which]}
        onChange={({ target }) => onChange({ ...hours, [which]: target.value })}
      />
    </div>
  );
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div className={styles.head}>
        <span id={id}>{label}</span>
        <Audience id={`${id}-seen`}>{audience}</Audience>
      </div>
      <div className={styles.times}>
        {time('start')}
        <span aria-hidden>–</span>
        {time('end')}
      </div>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
