import type { HourView } from '#contract/hour';
import { useText } from '../../text/useText.ts';
import { Outcome } from './Outcome.tsx';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** What was decided, and who does what: what will be told of this hour. */
export function Recap({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  return (
    <section className={cardClass}>
      <h2 className={shared.heading}>{t('running.recap')}</h2>
      <Outcome hour={hour} />
    </section>
  );
}
