import type { TeamRemindersView } from '#contract/reminder';
import { useText } from '../text/useText.ts';
import { Conflict } from '../ui/Conflict.tsx';
import { postNames, posts } from './posts.ts';

type TeamRemindersConflictProps = {
  readonly mine: TeamRemindersView;
  readonly theirs: TeamRemindersView;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};

export function TeamRemindersConflict({ mine, theirs, onMine, onTheirs }: TeamRemindersConflictProps) {
  const { t, list } = useText();
  const said = (wanted: TeamRemindersView) => {
    const on = posts.filter((post) => wanted[post]).map((post) => t(postNames[post]));
    return on.length > 0 ? list(on) : t('values.conflict.empty');
  };
  return (
    <Conflict
      title={t('reminders.team.conflict')}
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
