import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { SupporterList } from './SupporterList.tsx';
import { useGoalAudience } from './useGoalAudience.ts';

const useStyles = makeStyles({
  lines: { display: 'grid', rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

/** Who sees what of a goal, each thing said once. */
export function WhoSees({ goal, onClose }: { goal: GoalView; onClose: () => void }) {
  const styles = useStyles();
  const { t } = useText();
  const { team, members } = useTeam();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const audience = useGoalAudience();
  const whole = audience.ofGoal(goal);
  const talk = audience.ofTalk(goal);
  const isAskShown = goal.ask !== '' && (goal.askToTeam || goal.audience === 'team');
  return (
    <TaskDialog
      title={t('goals.menu.whoSees')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => navigate(link(`/goals/${goal.id}/edit`))}>{t('goals.whoSees.change')}</Button>
          <Button appearance="primary" onClick={onClose}>
            {t('give.close')}
          </Button>
        </>
      }
    >
      <div className={styles.lines}>
        <p className={styles.text}>{t('goals.whoSees.goal')}</p>
        <Audience isPrivate={whole.isPrivate}>{whole.words}</Audience>
      </div>
      <div className={styles.lines}>
        <p className={styles.text}>{t('goals.whoSees.talk')}</p>
        <Audience isPrivate>{talk.words}</Audience>
      </div>
      <div className={styles.lines}>
        <p className={styles.text}>{t('goals.whoSees.notes')}</p>
        <Audience isPrivate>{t('goals.audience.me')}</Audience>
      </div>
      {goal.ask && (
        <div className={styles.lines}>
          <p className={styles.text}>{t('goals.whoSees.ask', { ask: goal.ask })}</p>
          <Audience isPrivate={!isAskShown}>
            {isAskShown ? t('audience.team', { count: members.length, team: team.name }) : whole.words}
          </Audience>
        </div>
      )}
      {goal.audience !== 'me' && <SupporterList goal={goal} />}
    </TaskDialog>
  );
}
