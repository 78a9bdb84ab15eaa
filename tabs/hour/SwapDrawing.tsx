import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { weekdayName } from '../ui/localDates.ts';
import { timeIn } from './scheduleWords.ts';

const useStyles = makeStyles({
  drawing: {
    display: 'block',
    width: '100%',
    maxWidth: '392px',
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1.5',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  day: { stroke: tokens.colorNeutralStroke1 },
  given: { strokeDasharray: '4 3' },
  accent: { stroke: tokens.colorCompoundBrandStroke },
  hour: { stroke: tokens.colorCompoundBrandStroke, fill: tokens.colorBrandBackground2 },
  words: {
    stroke: 'none',
    fill: tokens.colorNeutralForeground3,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAnchor: 'middle',
  },
  time: { fill: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
});

const [dayWidth, gap, height] = [72, 8, 252];
const startOf = (day: number) => 1 + day * (dayWidth + gap);

/** A status meeting makes room, and its hour goes to people. Where there is little room the week ends on Thursday. */
export function SwapDrawing() {
  const styles = useStyles();
  const { t, locale, dir } = useText();
  const days = useIsNarrow() ? 4 : 5;
  const width = startOf(days) - gap + 1;
  // Time runs the way one reads. Shapes are turned around, words are not.
  const place = (x: number) => (dir === 'rtl' ? width - x : x);
  const turned = dir === 'rtl' ? `translate(${width} 0) scale(-1 1)` : undefined;
  const middle = (day: number) => place(startOf(day) + dayWidth / 2);
  const ten = timeIn('UTC', new Date('2000-01-01T10:00:00Z'), locale);

  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('hour.firstRun.drawing')}
    >
      <g transform={turned}>
        {Array.from({ length: days }, (_, day) => (
          <rect key={day} className={styles.day} x={startOf(day)} y="22" width={dayWidth} height="228" rx="6" />
        ))}
        {/* What the week is full of besides. */}
        <path d="M14 166h48M94 54h40M94 66h28M174 194h40M174 206h24" />
        {days > 4 && <path d="M334 102h40M334 114h30" />}
        <rect className={styles.given} x="9" y="78" width="56" height="40" rx="4" />
        <path className={styles.accent} d="M69 98c58 0 92 46 162 46M223 138l8 6-8 7" />
        <rect className={styles.hour} x="245" y="110" width="64" height="72" rx="6" />
        <path
          className={styles.accent}
          d="M265 128a6 6 0 1 1-.01 0M254 157v-2a11 11 0 0 1 22 0v2M289 128a6 6 0 1 1-.01 0M278 157v-2a11 11 0 0 1 22 0v2"
        />
      </g>
      {Array.from({ length: days }, (_, day) => (
        <text key={day} className={styles.words} x={middle(day)} y="12">
          {weekdayName(day + 1, locale, 'short')}
        </text>
      ))}
      <text className={styles.words} x={place(37)} y="102">
        {t('hour.firstRun.status')}
      </text>
      <text className={`${styles.words} ${styles.time}`} x={place(277)} y="174">
        {ten}
      </text>
    </svg>
  );
}
