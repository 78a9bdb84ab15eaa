import type { GoalView } from '#contract/goal';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { dayOf } from '../ui/when.ts';
import { usePersonRowClass, usePersonRowStyles } from './personRow.ts';

/** A goal that I support: whose it is, and when something was learned last. */
export function SupportedGoal({ goal }: { goal: GoalView }) {
  const rowClass = usePersonRowClass();
  const styles = usePersonRowStyles();
  const text = useText();
  const calling = useCalling();
  const link = useTeamLink();
  const [now] = useState(() => new Date());
  const last = goal.checkIns[0];
  const person = calling.one(goal.owner);
  return (
    <div className={rowClass}>
      <Face person={goal.owner} size={32} />
      <div className={styles.words}>
        <p className={styles.meta}>
          {last
            ? text.t('goals.supported.checkedIn', { person, day: dayOf(new Date(last.at), now, text) })
            : text.t('goals.supported.notYet', { person })}
        </p>
        <h3 className={styles.title}>
          <Link className={styles.link} dir="auto" href={link(`/goals/${goal.id}`)}>
            {goal.title}
          </Link>
        </h3>
        <span className={styles.bar}>
          <Segments progress={goal.progress} />
        </span>
      </div>
    </div>
  );
}
