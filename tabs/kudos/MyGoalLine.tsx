import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';

const useLineClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  columnGap: tokens.spacingHorizontalM,
  margin: 0,
  marginBlockEnd: tokens.spacingVerticalM,
});

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  title: {
    // As high as a finger or a pointer needs, between lines that are lower.
    display: 'inline-block',
    paddingBlock: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

/** The goal I last checked in on, and what comes next: one quiet line above what everybody came for. */
export function MyGoalLine() {
  const lineClass = useLineClass();
  const linkClass = useLinkClass();
  const styles = useStyles();
  const { t } = useText();
  const { goals } = useTeam();
  const link = useTeamLink();
  const [goal] = goals;
  if (!goal) return null;
  return (
    <p className={lineClass}>
      <span className={styles.quiet}>{t('kudos.goal')}</span>
      <Link href={link(`/goals/${goal.id}`)} className={styles.title} dir="auto">
        {goal.title}
      </Link>
      {goal.nextStep && <span className={styles.quiet}>{t('kudos.goal.next', { step: goal.nextStep })}</span>}
      <Link href={link('/goals')} className={linkClass}>
        {t('kudos.goal.checkIn')}
      </Link>
    </p>
  );
}
