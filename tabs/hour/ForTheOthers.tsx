import type { OccurrenceView } from '#contract/schedule';
import { makeStyles, tokens } from '@fluentui/react-components';
import { WeatherMoon16Regular } from '@fluentui/react-icons/headless/svg/weather-moon';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { useAsideStyles } from './asideStyles.ts';
import { forTheOthers, nightFor } from './elsewhere.ts';
import { dateWithWeekday, dateWords } from '../ui/localDates.ts';
import { useZones } from './scheduleQueries.ts';
import { timeIn } from './scheduleWords.ts';

const useStyles = makeStyles({
  others: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  times: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  night: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0 },
  moon: { display: 'flex', flexShrink: 0, alignItems: 'center', height: tokens.lineHeightBase300 },
});

type ForTheOthersProps = { readonly zone: string; readonly dates: readonly OccurrenceView[] };

/** What time it is then where the others are, and whose night it would be. */
export function ForTheOthers({ zone, dates }: ForTheOthersProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t, list, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const people = (useZones().data ?? []).filter(({ id }) => id !== me.id);
  const [first] = dates;
  if (!first) return null;

  const groups = forTheOthers(people, zone, first.startsAt);
  const awake = nightFor(people, dates);
  if (groups.length === 0 && awake.length === 0) return null;

  return (
    <section aria-label={t('hour.others')} aria-live="polite" className={styles.others}>
      {groups.length > 0 && (
        <>
          <p className={aside.quiet}>{t('hour.others.on', { date: dateWords(first.date, locale) })}</p>
          <ul role="list" className={styles.times}>
            {groups.map(({ zone: there, cities, date, time }) => {
              const then = {
                cities: list(cities),
                time: timeIn(there, new Date(first.startsAt), locale),
                day: dateWithWeekday(date, locale),
              };
              return (
                <li key={`${date} ${time}`}>{t(date === first.date ? 'hour.others.at' : 'hour.others.atDay', then)}</li>
              );
            })}
          </ul>
        </>
      )}
      {awake.length > 0 && (
        <p className={styles.night}>
          <span className={styles.moon}>
            <WeatherMoon16Regular />
          </span>
          <span>{t('hour.night', { people: calling.inside(awake) })}</span>
        </p>
      )}
    </section>
  );
}
