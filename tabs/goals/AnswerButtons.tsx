import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

type AnswerButtonsProps = {
  readonly goal: GoalView;
  readonly isBusy: boolean;
  readonly isPrimary?: boolean;
  readonly onAnswer: (accepts: boolean) => void;
};

export function AnswerButtons({ goal, isBusy, isPrimary, onAnswer }: AnswerButtonsProps) {
  const styles = useStyles();
  const { t } = useText();
  return (
    <div className={styles.actions}>
      <Button
        appearance={isPrimary ? 'primary' : undefined}
        disabled={isBusy}
        aria-label={t('goals.invitation.acceptFor', { goal: goal.title })}
        onClick={() => onAnswer(true)}
      >
        {t('goals.invitation.accept')}
      </Button>
      <Button
        appearance="subtle"
        disabled={isBusy}
        aria-label={t('goals.invitation.notNowFor', { goal: goal.title })}
        onClick={() => onAnswer(false)}
      >
        {t('goals.invitation.notNow')}
      </Button>
    </div>
  );
}
