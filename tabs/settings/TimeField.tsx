import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';

const useStyles = makeStyles({
  // Its little clock would make it higher than its neighbours.
  time: { height: '32px', paddingBlock: 0 },
});

type TimeFieldProps = { readonly label: string; readonly value: string; readonly onChange: (time: string) => void };

/** A time of day. While half of it is typed, the one before holds. */
export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const [typed, setTyped] = useState(value);

  function handleChange(time: string) {
    setTyped(time);
    if (time && time !== value) onChange(time);
  }

  return (
    <Labelled label={label} problem={typed ? null : t('reminders.time.missing')}>
      {(described) => (
        <input
          {...described}
          type="time"
          step={300}
          className={mergeClasses(inputClass, styles.time)}
          value={typed && value}
          onChange={({ target }) => handleChange(target.value)}
        />
      )}
    </Labelled>
  );
}
