import type { GoalView } from '#contract/goal';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Face } from '../ui/Face.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { usePersonRowClass, usePersonRowStyles } from './personRow.ts';
import { useAnswer } from './supportQueries.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';

type InvitationProps = { readonly goal: GoalView; readonly onAnswered: (accepts: boolean) => void };

/** Somebody would like my support. A yes is told to them, a "not now" to nobody. */
export function Invitation({ goal, onAnswered }: InvitationProps) {
  const rowClass = usePersonRowClass();
  const styles = usePersonRowStyles();
  const { t } = useText();
  const calling = useCalling();
  const link = useTeamLink();
  const answer = useAnswer(goal.id, onAnswered);
  return (
    <div className={rowClass}>
      <Face person={goal.owner} size={32} />
      <div className={styles.words}>
        <p className={styles.meta}>{t('goals.invitation', { person: calling.one(goal.owner) })}</p>
        <h3 className={styles.title}>
          <Link className={styles.link} dir="auto" href={link(`/goals/${goal.id}`)}>
            {goal.title}
          </Link>
        </h3>
      </div>
      <div className={styles.rest}>
        <AnswerButtons goal={goal} isBusy={answer.isPending} onAnswer={(accepts) => answer.mutate(accepts)} />
        <Audience isPrivate>{t('goals.invitation.audience', { person: calling.one(goal.owner) })}</Audience>
        {answer.isError && (
          <ProblemBar title={t('goals.invitation.failed')}>{t(sentenceFor(codeOf(answer.error)))}</ProblemBar>
        )}
      </div>
    </div>
  );
}
