import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useOneHour } from '../hourQueries.ts';
import { HourRecord } from '../past/HourRecord.tsx';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '720px',
    marginInline: 'auto',
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXXXL}`,
  },
});

type HeldHourProps = { readonly date: string; readonly onLeave: () => void };

/** An hour that has just been closed, as a record; for a day what is missing can still be added. */
export function HeldHour({ date, onLeave }: HeldHourProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t } = useText();
  const { data: hour } = useOneHour(date);
  return (
    <main className={styles.page}>
      <h1 className={shared.question}>{t('running.held')}</h1>
      {hour && <HourRecord hour={hour} />}
      <div className={shared.deeds}>
        <Button onClick={onLeave}>{t('running.held.on')}</Button>
      </div>
    </main>
  );
}
