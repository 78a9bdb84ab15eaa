import { teamLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp20Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Problem } from '../ui/Labelled.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0 },
});

type ValueRowProps = {
  readonly name: string;
  /** Counted from one, as people do. */
  readonly place: number;
  readonly isLast: boolean;
  readonly problem: string | null;
  readonly onRename: (name: string) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One value: renamed in its field, moved and removed by buttons that any finger and any keyboard can press. */
export function ValueRow({ name, place, isLast, problem, onRename, onMove, onRemove }: ValueRowProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const said = useId();
  const { t } = useText();
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <input
          className={inputClass}
          aria-label={t('values.name', { place })}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? said : undefined}
          dir={name ? 'auto' : undefined}
          maxLength={teamLimits.valueLength}
          value={name}
          onChange={({ target }) => onRename(target.value)}
        />
        {problem && <Problem id={said}>{problem}</Problem>}
      </div>
      <IconButton
        label={t('values.up', { value: name })}
        icon={<ArrowUp20Regular />}
        disabled={place === 1}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t('values.down', { value: name })}
        icon={<ArrowDown20Regular />}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <IconButton label={t('values.remove', { value: name })} icon={<Delete20Regular />} onClick={onRemove} />
    </li>
  );
}
