import type { ReminderLogView } from '#contract/reminder';
import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useReminderLog } from './reminderQueries.ts';
import { dateWithWeekday } from '../ui/localDates.ts';

type Line = ReminderLogView['items'][number];

const posts = {
  before: 'reminders.log.before',
  status: 'reminders.log.status',
  start: 'reminders.log.start',
  nudge: 'reminders.log.nudge',
  recap: 'reminders.log.recap',
} satisfies Record<Line['kind'], TextKey>;

const states = {
  sent: 'reminders.log.sent',
  unknown: 'reminders.log.unknown',
  failed: 'reminders.log.failed',
  late: 'reminders.log.late',
  outdated: 'reminders.log.outdated',
} satisfies Record<Line['state'], TextKey>;

const useStyles = makeStyles({
  log: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { cursor: 'pointer', color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXS },
  lines: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
  },
  /** What an owner may want to look after. */
  odd: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, marginBlockStart: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
});

/** What became of the newest posts. Quiet: most of the time everything arrived. */
export function ReminderLog() {
  const styles = useStyles();
  const { t } = useText();
  return (
    <details className={styles.log}>
      <summary className={styles.head}>{t('reminders.log')}</summary>
      <Lines />
    </details>
  );
}

function Lines() {
  const styles = useStyles();
  const { t, locale } = useText();
  const log = useReminderLog();
  if (log.isPending) return <p className={styles.words}>{t('reminders.log.loading')}</p>;
  if (log.isError) {
    return (
      <p className={styles.words}>
        {t(sentenceFor(codeOf(log.error)))}{' '}
        <Button size="small" onClick={() => void log.refetch()}>
          {t('error.retry')}
        </Button>
      </p>
    );
  }
  if (log.data.length === 0) return <p className={styles.words}>{t('reminders.log.none')}</p>;
  return (
    <ul role="list" className={styles.lines}>
      {log.data.map(({ kind, date, state }) => (
        <li key={`${kind} ${date}`} className={styles.line}>
          <span>{t('reminders.log.line', { post: t(posts[kind]), date: dateWithWeekday(date, locale) })}</span>
          <span className={state === 'sent' ? undefined : styles.odd}>{t(states[state])}</span>
        </li>
      ))}
    </ul>
  );
}
