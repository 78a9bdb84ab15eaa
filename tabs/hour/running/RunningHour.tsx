import type { HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Composer } from './Composer.tsx';
import { Lines } from './Lines.tsx';
import { NextPart } from './NextPart.tsx';
import { RunningTop } from './RunningTop.tsx';
import { usePresence } from './runningQueries.ts';
import { writtenBefore } from './writtenBefore.ts';
import { SegmentParts } from './SegmentParts.tsx';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { useMyLines } from './useMyLines.ts';
import { useNewest } from './useNewest.ts';
import { WeTalked } from './WeTalked.tsx';

// As high as what the doors leave: top and bottom stay where they are.
const useZonesClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'auto minmax(0, 1fr) auto',
  boxSizing: 'border-box',
  width: '100%',
  maxWidth: '720px',
  height: 'calc(100dvh - 56px)',
  marginInline: 'auto',
  '@media (max-width: 639px)': { height: 'calc(100dvh - 44px)' },
  // In a side panel the doors step aside for it.
  '[data-alone]': { '@media (max-width: 639px)': { height: '100dvh', paddingBlockStart: tokens.spacingVerticalM } },
  // Enlarged, top and bottom would leave nothing for what is between: there all of it scrolls.
  '@media (max-height: 400px)': { height: 'auto', '[data-alone]': { height: 'auto' } },
});

const useStyles = makeStyles({
  middle: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    overflowY: 'auto',
    paddingBlock: tokens.spacingVerticalS,
    // Room for the focus ring of what stands at the edge.
    marginInline: '-4px',
    paddingInline: '4px',
  },
});

/** The hour while it runs: where it is, what it is about, what is written; and below, where I write. */
export function RunningHour({ hour }: { hour: HourView }) {
  const [isAlone, setIsAlone] = useState(true);
  const zonesClass = useZonesClass();
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const lines = useMyLines(hour.date);
  const segment = hour.running?.segment ?? 0;
  const middle = useNewest(hour.notes.length + lines.all.length, segment);
  usePresence(hour);
  const kind = hour.plan[segment]?.kind;
  const isPairs = kind === 'pairs';
  const listensTo = kind === 'spotlight' && hour.spotlight?.id !== me.id ? hour.spotlight : null;
  const hint = listensTo ? t('running.spotlight.offer', { person: calling.one(listensTo) }) : undefined;
  // What was written beforehand stands with the welcome while that runs.
  const written = kind === 'welcome' ? writtenBefore(hour) : [];
  return (
    <main className={zonesClass} data-alone={isAlone || undefined}>
      <RunningTop hour={hour} {...(isAlone && { onShowDoors: () => setIsAlone(false) })} />
      <div ref={middle} className={styles.middle} tabIndex={-1}>
        <SegmentParts key={segment} hour={hour} />
        {!isPairs && <Lines hour={hour} lines={lines} except={written} />}
      </div>
      <footer>
        {isPairs ? <WeTalked hour={hour} /> : <Composer hour={hour} lines={lines} hint={hint} />}
        <NextPart hour={hour} />
      </footer>
    </main>
  );
}
