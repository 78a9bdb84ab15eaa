import type { ProposalsView } from '#contract/schedule';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Face } from '../ui/Face.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { scheduleWords } from './scheduleWords.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalM,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalM },
  words: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalXS },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
});

type Proposal = ProposalsView['items'][number];
type ProposalsProps = { readonly proposals: readonly Proposal[]; readonly onTakeOver: (proposal: Proposal) => void };

/** What members would choose. An owner may take one over into the form, and change it there. */
export function Proposals({ proposals, onTakeOver }: ProposalsProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const text = useText();
  const { t } = text;
  const calling = useCalling();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={aside.title}>
        {t('hour.proposals')}
      </h2>
      <ul role="list" className={styles.list}>
        {proposals.map((proposal) => {
          const { by, schedule } = proposal;
          const person = calling.one(by);
          return (
            <li key={by.id} className={styles.row}>
              <Face person={by} size={32} />
              <div className={styles.words}>
                <p className={styles.name}>{person}</p>
                <p className={aside.text}>{scheduleWords(schedule, text)}</p>
                <Button
                  size="small"
                  aria-label={t('hour.proposal.takeFrom', { person })}
                  onClick={() => onTakeOver(proposal)}
                >
                  {t('hour.proposal.take')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
