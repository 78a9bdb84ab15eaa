import type { OccurrenceView, ScheduleBody } from '#contract/schedule';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useText } from '../text/useText.ts';
import { cityOf, isSummer, wallAt, zoneHere } from '../ui/zones.ts';
import { useAsideStyles } from './asideStyles.ts';
import { dateWithWeekday, dateWords } from '../ui/localDates.ts';
import { rangeIn, slotWords, timeIn } from './scheduleWords.ts';

const useRowClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  columnGap: tokens.spacingHorizontalM,
  paddingBlock: tokens.spacingVerticalSNudge,
  borderBlockEndWidth: tokens.strokeWidthThin,
  borderBlockEndStyle: 'solid',
  borderBlockEndColor: tokens.colorNeutralStroke2,
  fontVariantNumeric: 'tabular-nums',
});

const useStyles = makeStyles({
  list: { margin: 0, marginBlockStart: tokens.spacingVerticalS, padding: 0, listStyleType: 'none' },
  note: { flexBasis: '100%' },
  noteBeside: { marginInlineStart: 'auto' },
});

type NextDatesProps = { readonly schedule: ScheduleBody; readonly dates: readonly OccurrenceView[] };

/** The next eight, in the team's zone and on my clock, and what clocks do on the way. */
export function NextDates({ schedule, dates }: NextDatesProps) {
  const rowClass = useRowClass();
  const styles = useStyles();
  const aside = useAsideStyles();
  const text = useText();
  const { t, locale } = text;
  const id = useId();
  const here = zoneHere();
  const isElsewhere = dates.some(({ startsAt }) => isOtherTime(schedule.timeZone, here, new Date(startsAt)));

  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={aside.title}>
        {t('hour.next')}
      </h2>
      {/* Read aloud as it changes, by those who type and listen. */}
      <div aria-live="polite">
        <p className={aside.quiet}>
          {isElsewhere
            ? t('hour.slotThere', { slot: slotWords(schedule, text), city: cityOf(schedule.timeZone) })
            : t('hour.slotHere', { slot: slotWords(schedule, text) })}
        </p>
        <ol role="list" className={styles.list} aria-label={t('hour.next')}>
          {dates.map((date) => {
            const note = noteOf(date);
            return (
              <li key={date.date} className={rowClass}>
                <time dateTime={date.startsAt}>{dateWords(date.date, locale)}</time>
                {isElsewhere && <span>{t('hour.onMyClock', { time: timeHere(date) })}</span>}
                {note && (
                  <span className={`${aside.quiet} ${isElsewhere ? styles.note : styles.noteBeside}`}>{note}</span>
                )}
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );

  /** "18:00–19:00", and the day where it is another one. */
  function timeHere({ date, startsAt, endsAt }: OccurrenceView): string {
    const [from, to] = [new Date(startsAt), new Date(endsAt)];
    const time = rangeIn(here, from, to, text);
    const mine = wallAt(here, from).date;
    return mine === date ? time : t('hour.timeAndDay', { time, day: dateWithWeekday(mine, locale) });
  }

  function noteOf({ clock, shift, startsAt }: OccurrenceView): string | null {
    const { timeZone, time, everyWeeks } = schedule;
    const start = new Date(startsAt);
    if (clock === 'skipped') {
      return t('hour.clock.skipped', { time: wallWords(time), start: timeIn(timeZone, start, locale) });
    }
    if (clock === 'repeated') return t('hour.clock.repeated', { time: wallWords(time) });
    if (shift === 0) return null;
    const before = new Date(start.getTime() - (everyWeeks ?? 1) * 7 * 86_400_000);
    if (shift > 0) return t(isSummer(timeZone, start) ? 'hour.clock.summerStarts' : 'hour.clock.forward');
    return t(isSummer(timeZone, before) ? 'hour.clock.summerEnds' : 'hour.clock.back');
  }

  function wallWords(time: string) {
    return timeIn('UTC', new Date(`2000-01-01T${time}:00Z`), locale);
  }
}

function isOtherTime(one: string, other: string, at: Date): boolean {
  const [there, here] = [wallAt(one, at), wallAt(other, at)];
  return there.time !== here.time || there.date !== here.date;
}
