import type { ScheduleBody } from '#contract/schedule';
import { useText } from '../text/useText.ts';
import { Conflict } from '../ui/Conflict.tsx';
import { scheduleWords } from './scheduleWords.ts';

type ScheduleConflictProps = {
  readonly mine: ScheduleBody;
  readonly theirs: ScheduleBody;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

export function ScheduleConflict({ mine, theirs, onMine, onTheirs }: ScheduleConflictProps) {
  const text = useText();
  const { t } = text;
  return (
    <Conflict
      title={t('hour.conflict')}
      lines={[
        t('values.conflictText'),
        t('hour.conflict.mine', { schedule: scheduleWords(mine, text) }),
        t('hour.conflict.theirs', { schedule: scheduleWords(theirs, text) }),
      ]}
      onMine={onMine}
      onTheirs={onTheirs}
    />
  );
}
