import type { SegmentView } from '#contract/hour';
import { hourLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useState } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { segmentNames } from './useSegmentName.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 64px auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) 64px' },
  },
  moves: { display: 'flex', '@media (max-width: 639px)': { gridColumn: '1 / -1', justifyContent: 'flex-end' } },
});

type PlanRowProps = {
  readonly segment: SegmentView;
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (edit: Partial<SegmentView>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

export function PlanRow({ segment, name, isFirst, isLast, onChange, onMove, onRemove }: PlanRowProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t } = useText();
  const { kind, title, minutes } = segment;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <li className={styles.row}>
      <input
        className={inputClass}
        aria-label={t('hour.plan.name', { name })}
        placeholder={t(segmentNames[kind])}
        dir={title ? 'auto' : undefined}
        maxLength={hourLimits.segmentTitle}
        value={title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <input
        type="number"
        inputMode="numeric"
        className={inputClass}
        aria-label={t('hour.plan.minutes', { name })}
        min={1}
        max={hourLimits.segmentMinutes}
        value={typed ?? minutes}
        onChange={({ target }) => {
          setTyped(target.value);
          const wanted = Math.round(Number(target.value));
          if (wanted >= 1 && wanted <= hourLimits.segmentMinutes) onChange({ minutes: wanted });
        }}
        // What is no length goes back to the last one that was.
        onBlur={() => setTyped(null)}
      />
      <span className={styles.moves}>
        <IconButton
          label={t('values.up', { value: name })}
          icon={<ArrowUp20Regular />}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={t('values.down', { value: name })}
          icon={<ArrowDown20Regular />}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
        <IconButton label={t('values.remove', { value: name })} icon={<Dismiss20Regular />} onClick={onRemove} />
      </span>
    </li>
  );
}
