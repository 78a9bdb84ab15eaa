import { fits, goalLimits, tidyLine } from '#contract/limits';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { type KeyboardEvent, useId } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Problem } from '../ui/Labelled.tsx';
import type { StepWords } from './goalWords.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto auto',
    alignItems: 'start',
  },
  words: { resize: 'none', fieldSizing: 'content' },
});

type StepRowProps = {
  readonly step: StepWords;
  /** Counted from one, as people do. */
  readonly place: number;
  readonly isLast: boolean;
  readonly onChange: (text: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One step: typed in its field, moved and removed by buttons that any finger and any keyboard can press. */
export function StepRow({ step, place, isLast, onChange, onKey, onMove, onRemove }: StepRowProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const said = useId();
  const { t } = useText();
  const isTooLong = !fits(tidyLine(step.text), goalLimits.step);
  return (
    <li data-step={step.id} className={styles.row}>
      <div>
        <textarea
          data-part="words"
          rows={1}
          className={mergeClasses(inputClass, styles.words)}
          aria-label={t('goals.edit.step.name', { place })}
          aria-invalid={isTooLong ? true : undefined}
          aria-describedby={isTooLong ? said : undefined}
          dir={step.text ? 'auto' : undefined}
          value={step.text}
          // A step is one line, also when it was copied from several.
          onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
          onKeyDown={onKey}
        />
        {isTooLong && <Problem id={said}>{t('goals.edit.step.long')}</Problem>}
      </div>
      <IconButton
        data-part="up"
        label={t('values.up', { value: step.text })}
        icon={<ArrowUp20Regular />}
        disabled={place === 1}
        onClick={() => onMove(-1)}
      />
      <IconButton
        data-part="down"
        label={t('values.down', { value: step.text })}
        icon={<ArrowDown20Regular />}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <IconButton label={t('values.remove', { value: step.text })} icon={<Dismiss20Regular />} onClick={onRemove} />
    </li>
  );
}
