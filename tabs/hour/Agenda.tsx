import type { HourView, TopicView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { AddTopic } from './AddTopic.tsx';
import { AgendaMenuButton } from './AgendaMenuButton.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { Rail } from './Rail.tsx';
import { WrittenRound } from './WrittenRound.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBlockEnd: `calc(-1 * ${tokens.spacingVerticalXS})`,
  },
});

/** What we talk about: one line to add to it, and the hour as a line of time. */
export function Agenda({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const calling = useCalling();
  const id = useId();
  const topics = (state: TopicView['state']) => hour.topics.filter((topic) => topic.state === state);
  const written = topics('status');
  return (
    <Sheet className={styles.sheet} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={aside.title}>
          {t('hour.agenda')}
        </h2>
        <AgendaMenuButton hour={hour} />
      </header>
      <AddTopic date={hour.date} />
      {hour.away.length > 0 && <p className={aside.quiet}>{t('hour.away', { people: calling.atStart(hour.away) })}</p>}
      <Rail hour={hour} topics={topics('open')} />
      {written.length > 0 && <WrittenRound date={hour.date} topics={written} />}
    </Sheet>
  );
}
