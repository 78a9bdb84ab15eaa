import type { HourScreen, HourView, TopicView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useId } from 'react';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { fluentPart } from '../ui/part.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { AddTopic } from './AddTopic.tsx';
import { AgendaMenuButton } from './AgendaMenuButton.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { OpenMeeting } from './OpenMeeting.tsx';
import { Rail } from './Rail.tsx';
import { StatusRound, useHasStatus } from './status/StatusRound.tsx';
import { WrittenRound } from './WrittenRound.tsx';

const AnswerBeforehand = fluentPart(async () => (await import('./AnswerBeforehand.tsx')).AnswerBeforehand);

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalL },
  status: {
    paddingBlockStart: tokens.spacingVerticalM,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
  },
  deeds: { display: 'flex', alignItems: 'center' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBlockEnd: `calc(-1 * ${tokens.spacingVerticalXS})`,
  },
});

type AgendaProps = { readonly hour: HourView; readonly schedule: HourScreen['schedule'] };

/** What we talk about: one line to add to it, and the hour as a line of time. */
export function Agenda({ hour, schedule }: AgendaProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const id = useId();
  const topics = (state: TopicView['state']) => hour.topics.filter((topic) => topic.state === state);
  const written = topics('status');
  const hasStatus = useHasStatus(hour);
  return (
    <Sheet className={styles.sheet} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={aside.title}>
          {t('hour.agenda')}
        </h2>
        <span className={styles.deeds}>
          <OpenMeeting hour={hour} schedule={schedule} />
          <AgendaMenuButton hour={hour} />
        </span>
      </header>
      <AddTopic date={hour.date} />
      {hour.away.length > 0 && <p className={aside.quiet}>{t('hour.away', { people: calling.atStart(hour.away) })}</p>}
      <Suspense fallback={null}>
        {hour.away.some((person) => person.id === me.id) && <AnswerBeforehand hour={hour} />}
      </Suspense>
      <Rail hour={hour} topics={topics('open')} />
      {written.length > 0 && <WrittenRound date={hour.date} topics={written} />}
      {hasStatus && (
        <div className={styles.status}>
          <StatusRound hour={hour} />
        </div>
      )}
    </Sheet>
  );
}
