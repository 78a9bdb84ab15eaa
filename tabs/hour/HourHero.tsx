import type { OccurrenceView, ScheduleView } from '#contract/schedule';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useText } from '../text/useText.ts';
import { useArrival } from '../ui/useArrival.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { cityOf, wallAt, zoneHere } from '../ui/zones.ts';
import { useAsideStyles } from './asideStyles.ts';
import { useHeroClass } from './heroClass.ts';
import { HourMenuButton } from './HourMenuButton.tsx';
import { dateWithWeekday, dateWords, weekdayName, weekdayOf } from './localDates.ts';
import { timeIn } from './scheduleWords.ts';
import { timeLeft } from './timeLeft.ts';

const useHeadClass = makeResetStyles({
  display: 'flex',
  alignItems: 'flex-end',
  justifyContent: 'space-between',
  columnGap: tokens.spacingHorizontalL,
});

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, margin: 0 },
  left: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

type HourHeroProps = { readonly schedule: ScheduleView; readonly next: OccurrenceView | undefined };

/** People think in weekday and time; the rest of when it is stands below. */
export function HourHero({ schedule, next }: HourHeroProps) {
  const headClass = useHeadClass();
  const heroClass = useHeroClass();
  const aside = useAsideStyles();
  const styles = useStyles();
  const text = useText();
  const { t, locale } = text;
  const now = useMinute();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const { timeZone, minutes } = schedule;
  // On the first visit the date is on its way; weekday and time are known.
  const time = timeIn('UTC', new Date(`2000-01-01T${schedule.time}:00Z`), locale);
  const weekday = weekdayName(next ? weekdayOf(next.date) : schedule.weekday, locale);
  const mine = next && onMyClock(next);

  return (
    <header className={headClass}>
      <div>
        <p className={aside.quiet}>{t('hour.hero')}</p>
        <h1 ref={heading} tabIndex={-1} className={heroClass}>
          {t('hour.hero.when', { weekday, time: next ? timeIn(timeZone, new Date(next.startsAt), locale) : time })}
        </h1>
        {next && (
          <p className={styles.facts}>
            <span>{t('hour.hero.facts', { date: dateWords(next.date, locale), minutes, city: cityOf(timeZone) })}</span>
            {mine && (
              <>
                <span aria-hidden>·</span>
                <span>{t('hour.onMyClock', { time: mine })}</span>
              </>
            )}
            <span aria-hidden>·</span>
            <span className={styles.left}>{timeLeft(next, now, text)}</span>
          </p>
        )}
      </div>
      <HourMenuButton next={next} />
    </header>
  );

  /** "18:00", and the day where it is another one; `null` where my clock shows the same. */
  function onMyClock({ startsAt }: OccurrenceView): string | null {
    const [there, here] = [wallAt(timeZone, new Date(startsAt)), wallAt(zoneHere(), new Date(startsAt))];
    const time = timeIn(zoneHere(), new Date(startsAt), locale);
    if (there.date !== here.date) return t('hour.timeAndDay', { time, day: dateWithWeekday(here.date, locale) });
    return there.time === here.time ? null : time;
  }
}
