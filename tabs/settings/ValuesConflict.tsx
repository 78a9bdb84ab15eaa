import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';

type ValuesConflictProps = {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Both versions side by side; nothing is decided for anybody. */
export function ValuesConflict({ mine, theirs, onMine, onTheirs }: ValuesConflictProps) {
  const { t, list } = useText();
  const said = (values: readonly string[]) => (values.length > 0 ? list(values) : t('values.conflict.empty'));
  return (
    <ProblemBar
      kind="note"
      title={t('values.conflict')}
      actions={
        <>
          <Button size="small" onClick={onMine}>
            {t('values.conflict.mine')}
          </Button>
          <Button size="small" onClick={onTheirs}>
            {t('values.conflict.theirs')}
          </Button>
        </>
      }
    >
      {t('values.conflictText')}
      <br />
      {t('values.conflict.mineList', { values: said(mine) })}
      <br />
      {t('values.conflict.theirsList', { values: said(theirs) })}
    </ProblemBar>
  );
}
