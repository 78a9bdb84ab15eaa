import type { GoalView } from '#contract/goal';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { dateWords } from '../ui/localDates.ts';
import { Segments } from '../ui/Segments.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { dayOf } from '../ui/when.ts';

const useRowClass = makeResetStyles({
  position: 'relative',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
});

const useTitleClass = makeResetStyles({
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  textDecorationLine: 'none',
  overflowWrap: 'anywhere',
  outlineStyle: 'none',
  ':hover': { textDecorationLine: 'underline' },
  // The whole row leads there.
  '::after': { content: '""', position: 'absolute', inset: '-4px', borderRadius: tokens.borderRadiusMedium },
  ':focus-visible::after': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  words: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** A goal that somebody lets me see: what it is, until when, and what comes next. */
export function SharedGoal({ goal, now }: { goal: GoalView; now: Date }) {
  const rowClass = useRowClass();
  const titleClass = useTitleClass();
  const styles = useStyles();
  const text = useText();
  const { t, locale } = text;
  const link = useTeamLink();
  const { id, title, dueOn, steps, status, closings, progress } = goal;
  const ended = closings[0];
  const next = steps.find(({ done }) => !done)?.text;
  const facts =
    status !== 'open' && ended
      ? [
          t(status === 'reached' ? 'people.goal.reached' : 'people.goal.dropped', {
            when: dayOf(new Date(ended.at), now, text),
          }),
        ]
      : [
          dueOn && t('people.goal.until', { date: dateWords(dueOn, locale) }),
          next && t('people.goal.next', { step: next }),
        ].filter((fact) => fact !== null && fact !== undefined);
  return (
    <div className={rowClass}>
      <div className={styles.words}>
        <Link href={link(`/goals/${id}`)} className={titleClass} dir="auto">
          {title}
        </Link>
        {facts.length > 0 && <p className={styles.quiet}>{facts.join(' ')}</p>}
      </div>
      {status === 'open' && <Segments progress={progress} />}
    </div>
  );
}
