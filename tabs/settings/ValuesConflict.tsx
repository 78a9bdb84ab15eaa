import { useText } from '../text/useText.ts';
import { Conflict } from '../ui/Conflict.tsx';

type ValuesConflictProps = {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

export function ValuesConflict({ mine, theirs, onMine, onTheirs }: ValuesConflictProps) {
  const { t, list } = useText();
  const said = (values: readonly string[]) => (values.length > 0 ? list(values) : t('values.conflict.empty'));
  return (
    <Conflict
      title={t('values.conflict')}
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
