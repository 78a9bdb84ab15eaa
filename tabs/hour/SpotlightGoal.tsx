import { TargetArrow20Regular } from '@fluentui/react-icons/headless/svg/target-arrow';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useRowClass, useRowStyles } from './rowStyles.ts';
import { useSpotlightGoal } from './spotlightQueries.ts';

/** The goal that who is in the spotlight chose to talk about. Nothing, where its owner does not show it any more. */
export function SpotlightGoal({ id }: { id: string }) {
  const rowClass = useRowClass();
  const styles = useRowStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const link = useTeamLink();
  const { data: goal, isError } = useSpotlightGoal(id);
  if (isError) return null;
  return (
    <li className={rowClass}>
      <span aria-hidden className={styles.icon}>
        <TargetArrow20Regular />
      </span>
      <Link href={link(`/goals/${id}`)} className={`${linkClass} ${styles.words}`}>
        <span dir="auto">{goal?.title ?? t('hour.spotlight.goal')}</span>
      </Link>
    </li>
  );
}
