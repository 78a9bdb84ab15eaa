import type { AskView } from '#contract/goal';
import { makeStyles } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Face } from '../ui/Face.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTextButtonClass } from '../ui/textButtonClass.ts';
import { useAsideStyles } from './asideStyles.ts';
import { useOffer } from './askQueries.ts';

const useStyles = makeStyles({ icon: { display: 'flex' } });

/** What somebody would like help with, and a way to say that one can. */
export function AskForHelp({ ask }: { ask: AskView }) {
  const offerClass = useTextButtonClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const calling = useCalling();
  const offer = useOffer(ask);
  const person = calling.one(ask.owner);
  const who = useId();
  return (
    <div className={aside.row}>
      <Face person={ask.owner} size={32} />
      <div>
        <p className={aside.name}>{person}</p>
        <p className={aside.text}>
          <span dir="auto">{ask.text}</span>
        </p>
        <button
          type="button"
          className={offerClass}
          aria-pressed={ask.offered}
          aria-label={t('hour.ask.helpWith', { person, ask: ask.text })}
          aria-describedby={who}
          onClick={() => offer.mutate(!ask.offered)}
        >
          {ask.offered && (
            <span className={styles.icon}>
              <Checkmark16Filled />
            </span>
          )}
          {t('hour.ask.help')}
        </button>
        <p id={who} className={aside.quiet} hidden={!ask.offered}>
          {t('hour.ask.known', { person })}
        </p>
        {offer.isError && <ProblemBar title={t('hour.ask.failed')}>{t(sentenceFor(codeOf(offer.error)))}</ProblemBar>}
      </div>
    </div>
  );
}
