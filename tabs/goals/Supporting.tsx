import type { GoalView } from '#contract/goal';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { Invitation } from './Invitation.tsx';
import { SupportedGoal } from './SupportedGoal.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
});

/** Goals of others that I was asked to support, and those that I do. */
export function Supporting({ goals }: { goals: readonly GoalView[] }) {
  const styles = useStyles();
  const { t } = useText();
  const { announce } = useAnnounce();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const invitations = goals.filter(({ standing }) => standing === 'asked');
  const supported = goals.filter(({ standing }) => standing !== 'asked');

  function answered(accepts: boolean) {
    announce(t(accepts ? 'goals.invitation.accepted' : 'goals.invitation.declined'));
    // The buttons that were pressed are about to go; one reads on from here, or from the top when nothing is left here.
    const isLast = !accepts && goals.length === 1;
    const page = heading.current?.closest('main');
    (isLast ? page?.querySelector('h1') : heading.current)?.focus();
  }

  return (
    <section aria-labelledby={id}>
      <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
        {t('goals.supporting')}
      </h2>
      <Sheet as="article" aria-labelledby={id}>
        <ul role="list" className={styles.list}>
          {[...invitations, ...supported].map((goal) => (
            <li key={goal.id}>
              {goal.standing === 'asked' ? (
                <Invitation goal={goal} onAnswered={answered} />
              ) : (
                <SupportedGoal goal={goal} />
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  );
}
