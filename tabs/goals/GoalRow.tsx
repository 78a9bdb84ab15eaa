import type { GoalView } from '#contract/goal';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useGoalAudience } from './useGoalAudience.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (min-width: 640px)': { paddingBlock: tokens.spacingVerticalL, paddingInline: tokens.spacingHorizontalXXXL },
    '@media (max-width: 639px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      rowGap: tokens.spacingVerticalS,
      columnGap: tokens.spacingHorizontalM,
    },
  },
  words: { '@media (max-width: 639px)': { gridColumn: '1 / -1' } },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  link: {
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    outlineStyle: 'none',
    // The whole row is the link; its words are its name.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusXLarge },
    ':focus-visible::after': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  next: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  seen: { '@media (max-width: 639px)': { gridColumn: '1 / -1' } },
  bar: { display: 'flex', minWidth: '105px' },
  chevron: { display: 'flex', color: tokens.colorNeutralForeground2, justifySelf: 'end' },
  mirrored: { transform: 'scaleX(-1)' },
});

/** A goal that waits: its name, the next step, how far it is. */
export function GoalRow({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t, dir } = useText();
  const link = useTeamLink();
  const audience = useGoalAudience().ofGoal(goal);
  const next = goal.steps.find(({ done }) => !done);
  return (
    <Sheet as="article" className={styles.row} data-goal={goal.id}>
      <div className={styles.words}>
        <h2 className={styles.title}>
          <Link className={styles.link} dir="auto" href={link(`/goals/${goal.id}`)}>
            {goal.title}
          </Link>
        </h2>
        {next && <p className={styles.next}>{t('goals.next', { step: next.text })}</p>}
      </div>
      <div className={styles.seen}>
        <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
      </div>
      <span className={styles.bar}>
        <Segments progress={goal.progress} />
      </span>
      <span aria-hidden className={mergeClasses(styles.chevron, dir === 'rtl' && styles.mirrored)}>
        <ChevronRight20Regular />
      </span>
    </Sheet>
  );
}
