import type { HourView } from '#contract/hour';
import { makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { useText } from '../../text/useText.ts';
import { MenuButton, useMenuPlace } from '../../ui/MenuButton.tsx';
import { fluentPart } from '../../ui/part.tsx';
import { useUnseenClass } from '../../ui/unseenClass.ts';
import { useOnline } from '../../ui/useOnline.ts';
import { useSegmentName } from '../useSegmentName.ts';
import { HourBar } from './HourBar.tsx';
import { useRunningStyles } from './runningStyles.ts';
import { clockWords, segmentClock } from './segmentClock.ts';
import { useClockActs } from './useClockActs.ts';
import { useServerNow } from './useServerNow.ts';

const PlanDialog = fluentPart(async () => (await import('../PlanDialog.tsx')).PlanDialog);

const useStyles = makeStyles({
  top: { display: 'grid', rowGap: tokens.spacingVerticalS, paddingBlockEnd: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  clock: { position: 'relative', zIndex: 2, flexShrink: 0, textAlign: 'end' },
  press: {
    minHeight: '44px',
    margin: 0,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'end',
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  left: {
    display: 'block',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (forced-colors: none)': { color: tokens.colorNeutralForeground1 },
  },
  words: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightHero700 },
  grey: { '@media (forced-colors: none)': { color: tokens.colorNeutralForeground3 } },
});

type RunningTopProps = { readonly hour: HourView; readonly onShowDoors?: () => void };

/** Where the hour is, who leads it, and how long this part still takes: the same for everybody. */
export function RunningTop({ hour, onShowDoors }: RunningTopProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const unseenClass = useUnseenClass();
  const { t, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const nameOf = useSegmentName();
  const { announce } = useAnnounce();
  const isOnline = useOnline();
  const now = useServerNow(hour.running?.pausedAt === null);
  const place = useMenuPlace();
  const [isPlanning, setIsPlanning] = useState(false);
  const acts = useClockActs(hour, { onShowDoors, onPlan: () => setIsPlanning(true) });
  const { facilitator, plan } = hour;
  const clock = segmentClock(hour, now);
  const at = hour.running?.segment ?? 0;
  const name = nameOf(plan[at]!, hour.spotlight);
  const known = useRef(at);

  useEffect(() => {
    if (known.current === at) return;
    known.current = at;
    announce(t('running.nowIn', { name }));
  }, [at, name, announce, t]);

  if (!clock) return null;
  const isWords = clock.leftInMs <= 60_000;
  const left =
    clock.leftInMs === 0
      ? t('running.timesUp')
      : isWords
        ? t('running.lastMinute')
        : clockWords(clock.leftInMs, locale);
  return (
    <header className={styles.top}>
      <HourBar hour={hour} part={clock.part} label={t('running.bar', { place: at + 1, count: plan.length, name })} />
      <div className={styles.row}>
        <div>
          <p className={shared.quiet}>
            {facilitator
              ? t('running.facilitates', {
                  who: facilitator.id === me.id ? 'me' : 'other',
                  person: calling.one(facilitator),
                })
              : t('running.noOne')}
          </p>
          <h1 className={styles.name}>{name}</h1>
        </div>
        <MenuButton
          place={place}
          className={styles.clock}
          acts={acts}
          button={(opens) => (
            <button type="button" className={styles.press} {...opens}>
              <span className={shared.quiet}>
                {t(!isOnline ? 'running.offline' : clock.isPaused ? 'running.paused' : 'running.left')}
              </span>
              <span className={mergeClasses(styles.left, isWords && styles.words, !isOnline && styles.grey)}>
                {left}
              </span>
              <span className={unseenClass}>{t('running.clock')}</span>
            </button>
          )}
        >
          {isPlanning && (
            <PlanDialog
              hour={hour}
              onClose={() => {
                setIsPlanning(false);
                place.goBack();
              }}
            />
          )}
        </MenuButton>
      </div>
    </header>
  );
}
