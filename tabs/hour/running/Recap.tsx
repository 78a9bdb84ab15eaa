import type { HourView } from '#contract/hour';
import { useText } from '../../text/useText.ts';
import { ActionRow } from '../ActionRow.tsx';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** What was decided, and who does what: what will be told of this hour. */
export function Recap({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const decisions = hour.notes.filter(({ kind, keep }) => kind === 'decision' && keep);
  const actions = hour.actions.filter((action) => action.hour === hour.date);
  return (
    <section className={cardClass}>
      <h2 className={shared.heading}>{t('running.recap')}</h2>
      {decisions.length + actions.length === 0 && <p className={shared.words}>{t('running.recap.none')}</p>}
      {decisions.length > 0 && (
        <>
          <h3 className={shared.quiet}>{t('running.recap.decisions')}</h3>
          <ul role="list" className={shared.list}>
            {decisions.map(({ id, text }) => (
              <li key={id} dir="auto" className={shared.words}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {actions.length > 0 && (
        <>
          <h3 className={shared.quiet}>{t('running.recap.actions')}</h3>
          <ul role="list" className={shared.list}>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
