import type { HourView } from '#contract/hour';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../text/useText.ts';
import { ActionRow } from '../ActionRow.tsx';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({ second: { marginBlockStart: tokens.spacingVerticalS } });

/** Decisions and action items of an hour. */
export function Outcome({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t } = useText();
  const decisions = hour.notes.filter(({ kind, keep }) => kind === 'decision' && keep);
  const actions = hour.actions.filter((action) => action.hour === hour.date);
  return (
    <>
      {decisions.length + actions.length === 0 && <p className={shared.words}>{t('running.recap.none')}</p>}
      {decisions.length > 0 && (
        <>
          <h3 className={shared.quiet}>{t('running.recap.decisions')}</h3>
          <ul role="list" className={shared.list}>
            {decisions.map(({ id, text }) => (
              <li key={id} className={shared.words}>
                <span dir="auto">{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {actions.length > 0 && (
        <>
          <h3 className={mergeClasses(shared.quiet, decisions.length > 0 && styles.second)}>
            {t('running.recap.actions')}
          </h3>
          <ul role="list" className={shared.list}>
            {actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
