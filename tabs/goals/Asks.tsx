import type { AskView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { AskRow } from './AskRow.tsx';

const useStyles = makeStyles({
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
});

/** What colleagues would like a hand with. */
export function Asks({ asks }: { asks: readonly AskView[] }) {
  const styles = useStyles();
  const { t } = useText();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t('goals.asks')}
      </h2>
      <Sheet as="article" aria-labelledby={id}>
        <ul role="list" className={styles.list}>
          {asks.map((ask) => (
            <li key={ask.id}>
              <AskRow ask={ask} />
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  );
}
