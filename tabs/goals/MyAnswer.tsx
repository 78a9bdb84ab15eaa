import type { GoalView } from '#contract/goal';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { useAnswer } from './supportQueries.ts';

const useStyles = makeStyles({
  whose: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flexGrow: 1, flexBasis: '220px', minWidth: 0 },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { margin: 0 },
});

/** Whose goal it is, and what they would like of me. */
export function MyAnswer({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const isAsked = goal.standing === 'asked' && goal.status === 'open';
  const person = calling.one(goal.owner);

  const answer = useAnswer(goal.id, (accepts) => {
    announce(t(accepts ? 'goals.invitation.accepted' : 'goals.invitation.declined'));
    // A goal that is not there for me any more leaves nothing to look at.
    if (!accepts) navigate(link('/goals'));
  });

  return (
    <>
      <div className={styles.whose}>
        <Face person={goal.owner} size={40} />
        <div className={styles.words}>
          <p className={styles.name}>{t(isAsked ? 'goals.invitation' : 'goals.whose', { person })}</p>
          {isAsked && <p className={styles.meta}>{t('goals.invitation.audience', { person })}</p>}
        </div>
        {isAsked && (
          <AnswerButtons
            goal={goal}
            isPrimary
            isBusy={answer.isPending}
            onAnswer={(accepts) => answer.mutate(accepts)}
          />
        )}
      </div>
      {answer.isError && (
        <ProblemBar title={t('goals.invitation.failed')}>{t(sentenceFor(codeOf(answer.error)))}</ProblemBar>
      )}
    </>
  );
}
