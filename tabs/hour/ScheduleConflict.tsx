import type { ScheduleBody } from '#contract/schedule';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { scheduleWords } from './scheduleWords.ts';

type ScheduleConflictProps = {
  readonly mine: ScheduleBody;
  readonly theirs: ScheduleBody;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

/** Both versions; nothing is decided for anybody. */
export function ScheduleConflict({ mine, theirs, onMine, onTheirs }: ScheduleConflictProps) {
  const text = useText();
  const { t } = text;
  return (
    <ProblemBar
      kind="note"
      title={t('hour.conflict')}
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
      {t('hour.conflict.mine', { schedule: scheduleWords(mine, text) })}
      <br />
      {t('hour.conflict.theirs', { schedule: scheduleWords(theirs, text) })}
    </ProblemBar>
  );
}
