import type { GoalView } from '#contract/goal';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { dateWords } from '../ui/localDates.ts';
import { IfThenSentence } from './IfThenSentence.tsx';
import { monthOf } from './goalDates.ts';
import { useGoalAudience } from './useGoalAudience.ts';

const useHeadClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gridTemplateAreas: '"when seen" "title title" "words words"',
  columnGap: tokens.spacingHorizontalL,
  alignItems: 'center',
  '@media (max-width: 639px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateAreas: '"seen" "when" "title" "words"',
  },
});

const useTitleClass = makeResetStyles({
  gridArea: 'title',
  margin: 0,
  fontSize: tokens.fontSizeBase600,
  lineHeight: tokens.lineHeightBase600,
  fontWeight: tokens.fontWeightSemibold,
  '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

const useStyles = makeStyles({
  when: {
    gridArea: 'when',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  seen: {
    gridArea: 'seen',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    '@media (max-width: 639px)': { justifyContent: 'space-between', minHeight: '32px' },
  },
  // The dots, not the hover box around them, stand on the edge.
  withMenu: { marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
  words: {
    gridArea: 'words',
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  outcome: { margin: 0, maxWidth: '60ch', color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
  why: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
  reason: { marginBlockStart: tokens.spacingVerticalS },
  eyebrow: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type GoalHeadProps = {
  readonly goal: GoalView;
  /** On its own page its title is the page's, and "why" belongs to it. */
  readonly isPage: boolean;
  readonly titleId: string;
  readonly menu?: ReactNode;
};

/** What a goal says: until when, what will be learned, and the plan for the moment it counts. */
export function GoalHead({ goal, isPage, titleId, menu }: GoalHeadProps) {
  const headClass = useHeadClass();
  const titleClass = useTitleClass();
  const styles = useStyles();
  const { t } = useText();
  const audience = useGoalAudience().ofGoal(goal);
  const when = useWhen(goal);
  return (
    <header className={headClass}>
      {when && <p className={styles.when}>{when}</p>}
      <div className={mergeClasses(styles.seen, menu !== undefined && styles.withMenu)}>
        <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
        {menu}
      </div>
      {!isPage && (
        <h2 id={titleId} className={titleClass}>
          <bdi>{goal.title}</bdi>
        </h2>
      )}
      <div className={styles.words}>
        {goal.outcome && (
          <p className={styles.outcome}>
            <bdi>{goal.outcome}</bdi>
          </p>
        )}
        {goal.ifThen && <IfThenSentence plan={goal.ifThen} />}
        {isPage && goal.why && (
          <div className={styles.reason}>
            <span className={styles.eyebrow}>{t('goals.why')}</span>
            <p className={styles.why}>
              <bdi>{goal.why}</bdi>
            </p>
          </div>
        )}
      </div>
    </header>
  );
}

function useWhen({ status, dueOn, closings }: GoalView): string | null {
  const text = useText();
  const [now] = useState(() => new Date());
  const ended = closings[0];
  if (status !== 'open' && ended) {
    const month = monthOf(ended.at, now, text);
    return text.t(status === 'reached' ? 'goals.reachedIn' : 'goals.droppedIn', { month });
  }
  return dueOn && text.t('goals.until', { day: dateWords(dueOn, text.locale) });
}
