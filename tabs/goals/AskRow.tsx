import type { AskView } from '#contract/goal';
import { makeStyles } from '@fluentui/react-components';
import { Checkmark20Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { Face } from '../ui/Face.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { usePersonRowClass, usePersonRowStyles } from './personRow.ts';
import { useOffer } from './supportQueries.ts';

const useStyles = makeStyles({ ask: { margin: 0 } });

/** Somebody would like a hand. Offering one is between them and me. */
export function AskRow({ ask }: { ask: AskView }) {
  const rowClass = usePersonRowClass();
  const row = usePersonRowStyles();
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const offer = useOffer(ask);
  const person = calling.one(ask.owner);
  return (
    <div className={rowClass}>
      <Face person={ask.owner} size={32} />
      <div className={row.words}>
        <p className={row.meta}>{person}</p>
        <p dir="auto" className={styles.ask}>
          {ask.text}
        </p>
      </div>
      <div className={row.rest}>
        <Button
          icon={ask.offered ? <Checkmark20Filled /> : undefined}
          aria-pressed={ask.offered}
          aria-label={t('goals.ask.offerTo', { person, ask: ask.text })}
          onClick={() => offer.mutate(!ask.offered)}
        >
          {t('goals.ask.offer')}
        </Button>
        <Audience isPrivate>{t(ask.offered ? 'goals.ask.offered' : 'goals.ask.audience', { person })}</Audience>
        {offer.isError && <ProblemBar title={t('goals.ask.failed')}>{t(sentenceFor(codeOf(offer.error)))}</ProblemBar>}
      </div>
    </div>
  );
}
