import type { HourView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useText } from '../text/useText.ts';
import { useArrival } from '../ui/useArrival.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { cityOf, wallAt, zoneHere } from '../ui/zones.ts';
import { useAsideStyles } from './asideStyles.ts';
import { useHeroClass } from './heroClass.ts';
import { dateWithWeekday, dateWords, weekdayName, weekdayOf } from '../ui/localDates.ts';
import { Roles } from './Roles.tsx';
import { timeIn } from './scheduleWords.ts';
import { timeLeft } from './timeLeft.ts';

const useHeadClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  justifyContent: 'space-between',
  gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
});

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    '@media (max-width: 639px)': { flexDirection: 'column' },
  },
  between: { '@media (max-width: 639px)': { display: 'none' } },
  left: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** People think in weekday and time; the rest of when it is stands below, and who has a part in it beside. */
export function HourHero({ hour }: { hour: HourView }) {
  const headClass = useHeadClass();
  const heroClass = useHeroClass();
  const aside = useAsideStyles();
  const styles = useStyles();
  const text = useText();
  const { t, locale } = text;
  const now = useMinute();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const { date, timeZone, startsAt, endsAt, reason, movedFrom } = hour;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  const mine = onMyClock();

  return (
    <header className={headClass}>
      <div>
        <p className={aside.quiet}>{t('hour.hero')}</p>
        <h1 ref={heading} tabIndex={-1} className={heroClass}>
          {t('hour.hero.when', {
            weekday: weekdayName(weekdayOf(date), locale),
            time: timeIn(timeZone, new Date(startsAt), locale),
          })}
        </h1>
        <p className={styles.facts}>
          <span>{t('hour.hero.facts', { date: dateWords(date, locale), minutes, city: cityOf(timeZone) })}</span>
          {mine && (
            <>
              <span aria-hidden className={styles.between}>
                ·
              </span>
              <span>{t('hour.onMyClock', { time: mine })}</span>
            </>
          )}
          <span aria-hidden className={styles.between}>
            ·
          </span>
          <span className={styles.left}>{timeLeft(hour, now, text)}</span>
        </p>
        {reason && (
          <p className={aside.quiet}>
            {movedFrom
              ? t('hour.movedFrom', { date: dateWithWeekday(movedFrom, locale), reason })
              : t('hour.movedTime', { reason })}
          </p>
        )}
      </div>
      <Roles hour={hour} />
    </header>
  );

  /** "18:00", and the day where it is another one; `null` where my clock shows the same. */
  function onMyClock(): string | null {
    const at = new Date(startsAt);
    const [there, here] = [wallAt(timeZone, at), wallAt(zoneHere(), at)];
    const time = timeIn(zoneHere(), at, locale);
    if (there.date !== here.date) return t('hour.timeAndDay', { time, day: dateWithWeekday(here.date, locale) });
    return there.time === here.time ? null : time;
  }
}
