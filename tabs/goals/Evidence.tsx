import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import { Suspense, useRef, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { fluentPart } from '../ui/part.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Block } from './Block.tsx';
import { EvidenceLine } from './EvidenceLine.tsx';
import { LinesSkeleton } from './GoalsSkeleton.tsx';
import { useEvidence } from './keptQueries.ts';

const EvidenceChooser = fluentPart(async () => (await import('./EvidenceChooser.tsx')).EvidenceChooser);

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Kudos that show what was learned. Who reads sees those that they may see anyway, and cannot tell that there are others. */
export function Evidence({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const evidence = useEvidence(goal.id);
  const button = useRef<HTMLButtonElement>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const isMine = goal.standing === 'owner';
  const mayAdd = isMine && goal.status === 'open';
  const kudos = evidence.data ?? [];
  if (!mayAdd && kudos.length === 0) return null;
  return (
    <Block title={t('goals.evidence')}>
      {evidence.isPending && <LinesSkeleton />}
      {evidence.isError && !evidence.data && (
        <ProblemBar
          title={t('goals.evidence.problem')}
          actions={<Button onClick={() => void evidence.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(evidence.error)))}
        </ProblemBar>
      )}
      {evidence.isSuccess && kudos.length === 0 && <p className={styles.text}>{t('goals.evidence.none')}</p>}
      {kudos.length > 0 && (
        <ul role="list" className={styles.list}>
          {kudos.map((one) => (
            <li key={one.id}>
              <EvidenceLine goal={goal} kudos={one} />
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Button ref={button} icon={<Add20Regular />} aria-haspopup="dialog" onClick={() => setIsChoosing(true)}>
          {t('goals.evidence.add')}
        </Button>
      )}
      <Suspense fallback={null}>
        {isChoosing && (
          <EvidenceChooser
            goal={goal}
            onClose={() => {
              setIsChoosing(false);
              button.current?.focus();
            }}
          />
        )}
      </Suspense>
    </Block>
  );
}
