import type { AskView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Filled } from '@fluentui/react-icons/headless/svg/checkmark';
import { codeOf } from '../api/problem.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useOffer } from './peopleQueries.ts';

const useStyles = makeStyles({
  ask: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalS },
  text: { margin: 0, overflowWrap: 'anywhere' },
});

/** A line that asks for help, and the way to offer it: its owner learns who can, and nobody else. */
export function AskRow({ ask, isMine }: { ask: AskView; isMine: boolean }) {
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const offer = useOffer(ask);
  // Shown as it was pressed, while it is on its way.
  const offered = offer.isPending ? offer.variables : ask.offered;
  const name = calling.one(ask.owner);
  return (
    <div className={styles.ask}>
      <p className={styles.text} dir="auto">
        {ask.text}
      </p>
      {!isMine && (
        <Button
          icon={offered ? <Checkmark20Filled /> : undefined}
          aria-pressed={offered}
          onClick={() => offer.mutate(!offered)}
        >
          {t('people.ask.help')}
        </Button>
      )}
      {!isMine && <Audience isPrivate>{t(offered ? 'people.ask.offered' : 'people.ask.audience', { name })}</Audience>}
      {offer.isError && <ProblemBar title={t('people.ask.failed')}>{t(sentenceFor(codeOf(offer.error)))}</ProblemBar>}
    </div>
  );
}
