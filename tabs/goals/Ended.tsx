import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Block } from './Block.tsx';
import { dayAndMonth } from './goalDates.ts';
import { useReopen } from './ownerQueries.ts';
import { useThankLink } from './useThankLink.ts';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  lines: { display: 'grid', rowGap: tokens.spacingVerticalXS },
});

/** How it ended: a memory, until its owner opens it again. */
export function Ended({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const text = useText();
  const { t } = text;
  const calling = useCalling();
  const thankLink = useThankLink();
  const reopen = useReopen(goal.id);
  const last = goal.closings[0];
  if (!last) return null;
  const isMine = goal.standing === 'owner';
  const helpers = last.helpedBy;
  return (
    <Block title={t(last.status === 'reached' ? 'goals.ended.reached' : 'goals.ended.dropped')}>
      <div className={styles.lines}>
        <p className={styles.meta}>{dayAndMonth(last.at, text)}</p>
        {last.learned && (
          <p dir="auto" className={styles.text}>
            {last.learned}
          </p>
        )}
        {helpers.length > 0 && (
          <p className={styles.text}>
            {t('goals.ended.helped', { people: calling.atStart(helpers), count: helpers.length })}
          </p>
        )}
        {isMine && helpers.length > 0 && (
          <Link
            className={linkClass}
            href={thankLink(
              goal,
              helpers.map(({ id }) => id),
            )}
          >
            {t('goals.thank.people', { people: calling.inside(helpers) })}
          </Link>
        )}
      </div>
      {isMine && (
        <Button disabled={reopen.isPending} onClick={() => reopen.mutate()}>
          {t('goals.menu.reopen')}
        </Button>
      )}
      {reopen.isError && (
        <ProblemBar title={t('goals.reopen.failed')}>{t(sentenceFor(codeOf(reopen.error)))}</ProblemBar>
      )}
    </Block>
  );
}
