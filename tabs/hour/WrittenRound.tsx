import type { TopicView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { useTopicDeed } from './hourQueries.ts';
import { useRowClass, useRowStyles } from './rowStyles.ts';

const useStyles = makeStyles({
  round: {
    paddingBlockStart: tokens.spacingVerticalM,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

type WrittenRoundProps = { readonly date: string; readonly topics: readonly TopicView[] };

/** What is status, and so is told in writing instead. */
export function WrittenRound({ date, topics }: WrittenRoundProps) {
  const rowClass = useRowClass();
  const row = useRowStyles();
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const deed = useTopicDeed(date);
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.round}>
      <h3 id={id} className={aside.quiet}>
        {t('hour.written')}
      </h3>
      <ul role="list" className={styles.list}>
        {topics.map((topic) => (
          <li key={topic.id} className={rowClass}>
            <span aria-hidden className={row.icon}>
              <DocumentText20Regular />
            </span>
            <p className={`${row.words} ${row.done}`}>
              <span dir="auto">{topic.text}</span>
            </p>
            <span className={row.end}>
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('hour.written.putBackOf', { topic: topic.text })}
                onClick={() => deed.mutate({ topic, deed: { kind: 'settle', state: 'open' } })}
              >
                {t('hour.written.putBack')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
