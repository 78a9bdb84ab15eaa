import type { HourView } from '#contract/hour';
import { useId } from 'react';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { ActionRow } from '../ActionRow.tsx';
import { writtenBefore } from './writtenBefore.ts';
import { useCardClass, useRunningStyles } from './runningStyles.ts';

/** The thanks that waited for this hour, to be read out; and what we set out to do. */
export function Welcome({ hour }: { hour: HourView }) {
  const cardClass = useCardClass();
  const shared = useRunningStyles();
  const { t } = useText();
  const calling = useCalling();
  const id = useId();
  const written = writtenBefore(hour);
  return (
    <>
      {written.length > 0 && (
        <section className={cardClass} aria-labelledby={`${id}-written`}>
          <h2 id={`${id}-written`} className={shared.quiet}>
            {t('running.written')}
          </h2>
          <ul role="list" className={shared.list}>
            {written.map(({ id: note, author, text }) => (
              <li key={note}>
                <p className={shared.quiet}>{calling.atStart([author])}</p>
                <p dir="auto" className={shared.words}>
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hour.thanks.length > 0 && (
        <section className={cardClass} aria-labelledby={`${id}-thanks`}>
          <h2 id={`${id}-thanks`} className={shared.quiet}>
            {t('running.thanks')}
          </h2>
          <ul role="list" className={shared.list}>
            {hour.thanks.map(({ id: kudos, from, to, text }) => (
              <li key={kudos}>
                <p className={shared.quiet}>
                  {t('running.thanks.by', { from: calling.atStart([from]), to: calling.inside(to) })}
                </p>
                <p dir="auto" className={shared.words}>
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hour.actions.length > 0 && (
        <section className={cardClass} aria-labelledby={`${id}-actions`}>
          <h2 id={`${id}-actions`} className={shared.quiet}>
            {t('running.actions')}
          </h2>
          <ul role="list" className={shared.list}>
            {hour.actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
