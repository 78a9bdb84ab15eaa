import type { GoalView } from '#contract/goal';
import type { KudosView } from '#contract/kudos';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { dayOf } from '../ui/when.ts';
import { useAttach } from './keptQueries.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
  },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
});

export function EvidenceLine({ goal, kudos }: { goal: GoalView; kudos: KudosView }) {
  const styles = useStyles();
  const text = useText();
  const calling = useCalling();
  const attach = useAttach(goal.id);
  const [now] = useState(() => new Date());
  const person = calling.atStart([kudos.from]);
  return (
    <div className={styles.line}>
      <Face person={kudos.from} size={24} />
      <div>
        <p className={styles.meta}>
          {text.t('goals.comment.by', { person, day: dayOf(new Date(kudos.createdAt), now, text) })}
        </p>
        <p dir="auto" className={styles.text}>
          {kudos.text}
        </p>
        {attach.isError && (
          <ProblemBar title={text.t('goals.evidence.failed')}>{text.t(sentenceFor(codeOf(attach.error)))}</ProblemBar>
        )}
      </div>
      {goal.standing === 'owner' && goal.status === 'open' && (
        <IconButton
          label={text.t('goals.evidence.remove', { person })}
          icon={<Dismiss20Regular />}
          disabled={attach.isPending}
          onClick={() => attach.mutate({ kudos: kudos.id, attaches: false })}
        />
      )}
    </div>
  );
}
