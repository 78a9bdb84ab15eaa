import type { HourScreen, HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { Agenda } from './Agenda.tsx';
import { HourHero } from './HourHero.tsx';
import { KeptStrip } from './KeptStrip.tsx';
import { NewestKudos } from './NewestKudos.tsx';
import { OpenHour } from './running/OpenHour.tsx';
import { WouldLikeAHand } from './WouldLikeAHand.tsx';

const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  rowGap: tokens.spacingVerticalXXL,
  alignItems: 'start',
  marginBlockStart: tokens.spacingVerticalXXL,
  '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr) 304px', columnGap: '48px' },
  '@media (max-width: 639px)': { marginBlockStart: tokens.spacingVerticalL },
});

const useStyles = makeStyles({
  aside: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXXL },
});

type NextHourProps = { readonly hour: HourView; readonly screen: HourScreen };

/** When it is next, and what it is about; beside it, what happened since the last one. */
export function NextHour({ hour, screen }: NextHourProps) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const { kudos } = useTeam();
  return (
    <>
      <HourHero hour={hour} />
      <OpenHour hour={hour} />
      <div className={columnsClass}>
        <Agenda key={hour.date} hour={hour} schedule={screen.schedule} />
        <aside className={styles.aside}>
          <KeptStrip schedule={screen.schedule} kept={screen.kept} />
          <NewestKudos kudos={kudos.items.slice(0, 2)} />
          <WouldLikeAHand />
        </aside>
      </div>
    </>
  );
}
