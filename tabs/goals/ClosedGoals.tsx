import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useSearchState } from '../ui/useSearchState.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { ClosedLines } from './ClosedLines.tsx';
import { ClosedSearch } from './ClosedSearch.tsx';
import { useEyebrowClass } from './Steps.tsx';

const useStyles = makeStyles({
  closed: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalM,
    '@media (min-width: 640px)': { paddingInline: tokens.spacingHorizontalXXXL },
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL },
});

const shownAtOnce = 3;

type ClosedGoalsProps = {
  readonly goals: readonly GoalView[];
  /** There may be older ones than these. */
  readonly hasMore: boolean;
};

/** What ended, one quiet line each, and the way to look through all of it. */
export function ClosedGoals({ goals, hasMore }: ClosedGoalsProps) {
  const eyebrowClass = useEyebrowClass();
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const heading = useId();
  const { params, linkTo } = useSearchState();
  const isLooking = params.has('closed');
  const hasAny = goals.length > 0 || hasMore || isLooking;
  return (
    <section className={styles.closed} aria-labelledby={hasAny ? heading : undefined}>
      {hasAny && (
        <h2 id={heading} className={eyebrowClass}>
          {t('goals.closed')}
        </h2>
      )}
      {isLooking ? <ClosedSearch /> : <ClosedLines goals={goals.slice(0, shownAtOnce)} />}
      <div className={styles.links}>
        {hasAny && !isLooking && (
          <Link className={linkClass} href={linkTo({ closed: '1' })} replace>
            {t('goals.closed.all')}
          </Link>
        )}
        <Link className={linkClass} href={link('/goals/record')}>
          {t('goals.record.link')}
        </Link>
      </div>
    </section>
  );
}
