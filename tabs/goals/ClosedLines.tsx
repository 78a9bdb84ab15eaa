import type { GoalView } from '#contract/goal';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/headless/svg/subtract-circle';
import { useState } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { monthOf } from './goalDates.ts';

const useLineClass = makeResetStyles({
  display: 'flex',
  alignItems: 'flex-start',
  columnGap: tokens.spacingHorizontalMNudge,
  minHeight: '24px',
  paddingBlock: tokens.spacingVerticalXXS,
  borderRadius: tokens.borderRadiusSmall,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  textDecorationLine: 'none',
  ':hover': { textDecorationLine: 'underline' },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  lines: { display: 'grid', rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  icon: { display: 'flex', flexShrink: 0 },
});

export function ClosedLines({ goals }: { goals: readonly GoalView[] }) {
  const styles = useStyles();
  if (goals.length === 0) return null;
  return (
    <ul role="list" className={styles.lines}>
      {goals.map((goal) => (
        <li key={goal.id}>
          <ClosedLine goal={goal} />
        </li>
      ))}
    </ul>
  );
}

function ClosedLine({ goal }: { goal: GoalView }) {
  const lineClass = useLineClass();
  const styles = useStyles();
  const text = useText();
  const link = useTeamLink();
  const [now] = useState(() => new Date());
  const month = monthOf(goal.closings[0]?.at ?? goal.createdAt, now, text);
  const isReached = goal.status === 'reached';
  return (
    <Link className={lineClass} href={link(`/goals/${goal.id}`)}>
      <span className={styles.icon}>{isReached ? <CheckmarkCircle16Regular /> : <SubtractCircle16Regular />}</span>
      <span>{text.t(isReached ? 'goals.closed.reached' : 'goals.closed.dropped', { month, goal: goal.title })}</span>
    </Link>
  );
}
