import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { CheckInForm } from './CheckInForm.tsx';
import { useColumnsClass } from './columns.ts';
import { ConfidencePlot } from './ConfidencePlot.tsx';
import { GoalHead } from './GoalHead.tsx';
import { GoalMenuButton } from './GoalMenuButton.tsx';
import { Helped } from './Helped.tsx';
import { Steps, useEyebrowClass } from './Steps.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  rule: {
    margin: 0,
    width: '100%',
    height: tokens.strokeWidthThin,
    border: 'none',
    backgroundColor: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  none: { margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '44ch' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
});

type GoalSheetProps = {
  readonly goal: GoalView;
  /** On its own page everything else stands around it; in the list a link leads there. */
  readonly isPage?: boolean;
};

/** A goal, whole: what it says, its steps, how sure it feels, and for its owner the check-in. */
export function GoalSheet({ goal, isPage = false }: GoalSheetProps) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const title = useId();
  const link = useTeamLink();
  const checksIn = goal.standing === 'owner' && goal.status === 'open';
  const level = isPage ? 2 : 3;
  return (
    <Sheet
      as="article"
      roomy
      className={styles.sheet}
      {...(isPage ? { 'aria-label': goal.title } : { 'aria-labelledby': title })}
      data-goal={goal.id}
    >
      <GoalHead
        goal={goal}
        isPage={isPage}
        titleId={title}
        menu={goal.standing === 'owner' ? <GoalMenuButton goal={goal} isPage={isPage} /> : undefined}
      />
      {(checksIn || goal.steps.length > 0 || goal.checkIns.length > 0) && (
        <div className={columnsClass}>
          <Steps goal={goal} level={level} />
          <HowSure goal={goal} level={level} />
        </div>
      )}
      {checksIn && (
        <>
          <hr className={styles.rule} />
          <CheckInForm goal={goal} />
        </>
      )}
      <Helped goal={goal} />
      {!isPage && (
        <div className={styles.foot}>
          <Link className={linkClass} href={link(`/goals/${goal.id}`)}>
            {t('goals.everything')}
          </Link>
        </div>
      )}
    </Sheet>
  );
}

function HowSure({ goal, level }: { goal: GoalView; level: 2 | 3 }) {
  const eyebrowClass = useEyebrowClass();
  const styles = useStyles();
  const { t } = useText();
  const heading = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  const label = t(goal.standing === 'owner' ? 'goals.plot.title' : 'goals.plot.titleOther');
  return (
    <section aria-labelledby={heading}>
      <Heading id={heading} className={eyebrowClass}>
        {label}
      </Heading>
      {goal.checkIns.length > 0 ? (
        <ConfidencePlot checkIns={goal.checkIns} label={label} />
      ) : (
        <p className={styles.none}>
          {t(goal.standing === 'owner' && goal.status === 'open' ? 'goals.plot.none' : 'goals.plot.noneOther')}
        </p>
      )}
    </section>
  );
}
