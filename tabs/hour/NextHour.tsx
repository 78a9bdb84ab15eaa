import type { ScheduleView } from '#contract/schedule';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useAsideStyles } from './asideStyles.ts';
import { HourHero } from './HourHero.tsx';
import { NewestKudos } from './NewestKudos.tsx';
import { NextDates } from './NextDates.tsx';
import { usePreview } from './scheduleQueries.ts';
import { WouldLikeAHand } from './WouldLikeAHand.tsx';

const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  rowGap: tokens.spacingVerticalXXL,
  alignItems: 'start',
  marginBlockStart: tokens.spacingVerticalXXL,
  '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr) 304px', columnGap: '48px' },
});

const useStyles = makeStyles({
  aside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXXL },
});

/** When it is next; beside it, what happened since the last one. */
export function NextHour({ schedule }: { schedule: ScheduleView }) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const { kudos } = useTeam();
  const dates = usePreview(schedule).data?.dates ?? [];
  return (
    <>
      <HourHero schedule={schedule} next={dates[0]} />
      <div className={columnsClass}>
        <Sheet>{dates.length > 0 && <NextDates schedule={schedule} dates={dates} />}</Sheet>
        <aside className={styles.aside}>
          {schedule.replaces && <p className={aside.quiet}>{t('hour.instead', { name: schedule.replaces.name })}</p>}
          <NewestKudos kudos={kudos.items.slice(0, 2)} />
          <WouldLikeAHand />
        </aside>
      </div>
    </>
  );
}
