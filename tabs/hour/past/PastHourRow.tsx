import type { PastHourView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useCalling } from '../../api/useCalling.ts';
import type { Text } from '../../text/text.ts';
import { useText } from '../../text/useText.ts';
import { useLinkClass } from '../../ui/linkClass.ts';
import { useTeamLink } from '../../ui/useTeamLink.ts';
import { useAsideStyles } from '../asideStyles.ts';
import { dateWithWeekday } from '../../ui/localDates.ts';
import { HourMark } from './HourMark.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    breakInside: 'avoid',
  },
  mark: { display: 'flex', alignItems: 'center', height: '24px' },
  date: { fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, maxWidth: '60ch', overflowWrap: 'anywhere' },
});

/** One hour in a line: what became of it, and what it is recognised by. */
export function PastHourRow({ hour }: { hour: PastHourView }) {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const aside = useAsideStyles();
  const text = useText();
  const calling = useCalling();
  const link = useTeamLink();
  const { date, status, facilitator, spotlight, gist } = hour;
  const who = { facilitator: facilitator ? calling.atStart([facilitator]) : '' };
  const fate = fateOf(hour, text);
  return (
    <li className={styles.row}>
      <span className={styles.mark}>
        <HourMark kind={status === 'held' ? 'held' : status === 'moved' ? 'moved' : 'skipped'} />
      </span>
      <div>
        {status === 'held' ? (
          <Link href={link(`/hour/past/${date}`)} className={`${linkClass} ${styles.date}`}>
            {dateWithWeekday(date, text.locale)}
          </Link>
        ) : (
          <span className={styles.date}>{dateWithWeekday(date, text.locale)}</span>
        )}
        {fate && <p className={styles.words}>{fate}</p>}
        {gist.map((line) => (
          <p key={line} className={styles.words}>
            <span dir="auto">{line}</span>
          </p>
        ))}
        {status === 'held' && facilitator && (
          <p className={aside.quiet}>
            {spotlight
              ? text.t('past.whoBoth', { ...who, spotlight: calling.atStart([spotlight]) })
              : text.t('past.who', who)}
          </p>
        )}
      </div>
    </li>
  );
}

/** What became of an hour that was not held on its day; `null` for one that was. */
export function fateOf({ status, reason, movedTo }: Omit<PastHourView, 'gist'>, { t, locale }: Text): string | null {
  if (status === 'skipped') return t('past.skipped', { reason: reason ?? '' });
  if (status === 'planned') return t('past.nobody');
  if (status === 'moved' && movedTo)
    return t('past.moved', { date: dateWithWeekday(movedTo, locale), reason: reason ?? '' });
  return null;
}
