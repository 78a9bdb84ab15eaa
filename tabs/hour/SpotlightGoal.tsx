import { TargetArrow20Regular } from '@fluentui/react-icons/headless/svg/target-arrow';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useRowClass, useRowStyles } from './rowStyles.ts';

/** The goal that who is in the spotlight chose to talk about. */
export function SpotlightGoal({ id }: { id: string }) {
  const rowClass = useRowClass();
  const styles = useRowStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const link = useTeamLink();
  return (
    <li className={rowClass}>
      <span aria-hidden className={styles.icon}>
        <TargetArrow20Regular />
      </span>
      <Link href={link(`/goals/${id}`)} className={`${linkClass} ${styles.words}`}>
        {t('hour.spotlight.goal')}
      </Link>
    </li>
  );
}
