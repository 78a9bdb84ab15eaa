import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Heart20Regular } from '@fluentui/react-icons/headless/svg/heart';
import { useLocation } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Faces } from '../ui/Face.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useThankLink } from './useThankLink.ts';

const useStyles = makeStyles({
  people: { display: 'grid', rowGap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

type ThankHelpersProps = {
  readonly goal: GoalView;
  readonly helpedBy: readonly string[];
  /** The form of giving is opened. */
  readonly onThank: () => void;
  readonly onClose: () => void;
};

/** Nothing is sent from here: it opens the form of giving with the names and a first line in it. */
export function ThankHelpers({ goal, helpedBy, onThank, onClose }: ThankHelpersProps) {
  const styles = useStyles();
  const { t } = useText();
  const { members } = useTeam();
  const calling = useCalling();
  const [, navigate] = useLocation();
  const thankLink = useThankLink();
  const people = members.filter(({ id }) => helpedBy.includes(id));
  return (
    <TaskDialog
      title={t('goals.thank.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('goals.thank.later')}</Button>
          <Button
            appearance="primary"
            icon={<Heart20Regular />}
            onClick={() => {
              onThank();
              navigate(thankLink(goal, helpedBy));
            }}
          >
            {t('goals.thank.people', { people: calling.inside(people) })}
          </Button>
        </>
      }
    >
      <div className={styles.people}>
        <Faces people={people} size={40} />
        <p className={styles.text}>
          {t('goals.thank.text', { people: calling.atStart(people), count: people.length })}
        </p>
      </div>
    </TaskDialog>
  );
}
