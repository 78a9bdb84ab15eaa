import { useText } from '../text/useText.ts';
import { Conflict } from '../ui/Conflict.tsx';

type ListConflictProps = {
  /** What happened. */
  readonly title: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Two owners chose something else: both lists, and which of them it is to be. */
export function ListConflict({ title, mine, theirs, onMine, onTheirs }: ListConflictProps) {
  const { t, list } = useText();
  const said = (values: readonly string[]) => (values.length > 0 ? list(values) : t('values.conflict.empty'));
  return (
    <Conflict
      title={title}
      lines={[
        t('values.conflictText'),
        t('values.conflict.mineList', { values: said(mine) }),
        t('values.conflict.theirsList', { values: said(theirs) }),
      ]}
      onMine={onMine}
      onTheirs={onTheirs}
    />
  );
}
