import type { CheckInView, GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { goalLimits } from '#contract/limits';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { dayOf, exactly } from '../ui/when.ts';
import { Block } from './Block.tsx';
import { wordFor } from './confidence.ts';
import { useCheckIns } from './keptQueries.ts';
import { More } from './More.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
});

/** What was learned on the way. The last twelve came with the goal; those before are fetched when asked for. */
export function History({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const [isWhole, setIsWhole] = useState(false);
  const list = useCheckIns(goal.id, isWhole);
  const known = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const checkIns = known.length > goal.checkIns.length ? known : goal.checkIns;
  const mayBeMore = goal.checkIns.length >= goalLimits.checkIns && !list.isSuccess;
  if (goal.checkIns.length === 0) return null;
  return (
    <Block title={t('goals.history')}>
      <ol role="list" className={styles.list}>
        {checkIns.map((checkIn) => (
          <CheckInLine key={checkIn.id} checkIn={checkIn} />
        ))}
      </ol>
      {list.isError && (
        <ProblemBar
          title={t('kudos.moreFailed')}
          actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(list.error)))}
        </ProblemBar>
      )}
      {mayBeMore && !list.isError && (
        <Button disabled={isWhole} onClick={() => setIsWhole(true)}>
          {t('goals.history.earlier')}
        </Button>
      )}
      {isWhole && <More list={list} />}
    </Block>
  );
}

function CheckInLine({ checkIn }: { checkIn: CheckInView }) {
  const styles = useStyles();
  const text = useText();
  const [now] = useState(() => new Date());
  const at = new Date(checkIn.at);
  const said = {
    day: dayOf(at, now, text),
    sure: text.t(wordFor(checkIn.confidence)),
    done: checkIn.progress.done,
    total: checkIn.progress.total,
  };
  return (
    <li>
      <p className={styles.meta}>
        <time dateTime={checkIn.at} title={exactly(at, text)}>
          {text.t('goals.history.line', said)}
        </time>
      </p>
      {checkIn.learned && (
        <p dir="auto" className={styles.text}>
          {checkIn.learned}
        </p>
      )}
    </li>
  );
}
