import type { CheckInView } from '#contract/goal';
import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { wordFor } from './confidence.ts';
import { dayAndMonth, shortDay } from './goalDates.ts';
import { type Point, pointsOf } from './plot.ts';

const useFigureClass = makeResetStyles({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: tokens.spacingHorizontalXL,
  margin: 0,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  fontVariantNumeric: 'tabular-nums',
});

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', justifyContent: 'space-between', height: '108px' },
  // The outer points stand a radius inside.
  room: { paddingInline: '6px' },
  drawing: { display: 'block', width: '100%', overflow: 'visible' },
  grid: { stroke: tokens.colorNeutralStroke1, strokeDasharray: '1 5', strokeLinecap: 'round' },
  line: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2',
    strokeLinecap: 'round',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  hollow: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'Highlight' },
  },
  filled: {
    fill: tokens.colorCompoundBrandStroke,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2',
    '@media (forced-colors: active)': { fill: 'Highlight', stroke: 'Highlight' },
  },
  steps: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: '2',
    strokeLinecap: 'butt',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  days: { gridColumn: '2', display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  oneDay: { justifyContent: 'center' },
  done: { display: 'grid', marginBlockStart: tokens.spacingVerticalS },
  doneDrawing: { alignSelf: 'center', marginBlockStart: tokens.spacingVerticalS },
});

type ConfidencePlotProps = {
  readonly checkIns: readonly CheckInView[];
  readonly label: string;
};

const height = 92;
const lines = [1, 2, 3, 4, 5];
const yOf = (confidence: number) => height - ((confidence - 1) / 4) * height;

/** How sure it felt, and how many steps were done, over time. Shape says it; for who listens it is a sentence and a table. */
export function ConfidencePlot({ checkIns, label }: ConfidencePlotProps) {
  const figureClass = useFigureClass();
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const points = pointsOf(checkIns);
  const [newest, oldest] = [checkIns[0]!, checkIns.at(-1)!];
  // Time runs as reading does.
  const x = ({ across }: Point) => `${text.dir === 'rtl' ? 100 - across : across}%`;
  const finding = t('goals.plot.finding', {
    count: checkIns.length,
    first: t(wordFor(oldest.confidence)),
    firstDay: dayAndMonth(oldest.at, text),
    last: t(wordFor(newest.confidence)),
    lastDay: dayAndMonth(newest.at, text),
  });
  // Steps that stayed as they are are seen beside; a line is for what changed.
  const moves = new Set(points.map(({ done }) => done)).size > 1;

  return (
    <figure className={figureClass}>
      <span aria-hidden className={styles.words}>
        <span>{t('goals.confidence.5')}</span>
        <span>{t('goals.confidence.3')}</span>
        <span>{t('goals.confidence.1')}</span>
      </span>
      <div className={styles.room}>
        <svg role="img" aria-label={finding} className={styles.drawing} height={height + 16}>
          <g transform="translate(0 8)">
            {lines.map((line) => (
              <line key={line} className={styles.grid} x1="0" x2="100%" y1={yOf(line)} y2={yOf(line)} />
            ))}
            {points.slice(1).map((point, place) => (
              <line
                key={place}
                className={styles.line}
                x1={x(points[place]!)}
                y1={yOf(points[place]!.confidence)}
                x2={x(point)}
                y2={yOf(point.confidence)}
              />
            ))}
            {points.map((point, place) => (
              <circle
                key={place}
                className={place === points.length - 1 ? styles.filled : styles.hollow}
                cx={x(point)}
                cy={yOf(point.confidence)}
                r="4"
              />
            ))}
          </g>
        </svg>
      </div>
      <span aria-hidden className={mergeClasses(styles.days, checkIns.length === 1 && styles.oneDay)}>
        <span>{shortDay(oldest.at, text)}</span>
        {checkIns.length > 1 && <span>{shortDay(newest.at, text)}</span>}
      </span>
      {moves && (
        <>
          <span aria-hidden className={styles.done}>
            <span>{t('goals.steps')}</span>
            <span>{t('goals.stepsOf', newest.progress)}</span>
          </span>
          <StepsDone points={points} total={Math.max(...checkIns.map(({ progress }) => progress.total))} x={x} />
        </>
      )}
      <PlotTable checkIns={checkIns} label={label} />
    </figure>
  );
}

const stepsHeight = 24;

/** Stepped, never smoothed: between two check-ins nothing is known. */
function StepsDone({ points, total, x }: { points: readonly Point[]; total: number; x: (point: Point) => string }) {
  const styles = useStyles();
  const y = ({ done }: Point) => stepsHeight - (done / total) * stepsHeight;
  return (
    <div className={mergeClasses(styles.room, styles.doneDrawing)}>
      <svg aria-hidden className={styles.drawing} height={stepsHeight}>
        <line className={styles.grid} x1="0" x2="100%" y1="0" y2="0" />
        <line className={styles.grid} x1="0" x2="100%" y1={stepsHeight} y2={stepsHeight} />
        {points.slice(1).map((point, place) => {
          const before = points[place]!;
          return (
            <g key={place} className={styles.steps}>
              <line x1={x(before)} x2={x(point)} y1={y(before)} y2={y(before)} />
              <line x1={x(point)} x2={x(point)} y1={y(before)} y2={y(point)} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function PlotTable({ checkIns, label }: ConfidencePlotProps) {
  const unseenClass = useUnseenClass();
  const text = useText();
  const { t } = text;
  return (
    <div className={unseenClass}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('goals.plot.day')}</th>
            <th scope="col">{t('goals.plot.sure')}</th>
            <th scope="col">{t('goals.plot.steps')}</th>
          </tr>
        </thead>
        <tbody>
          {[...checkIns].reverse().map((checkIn) => (
            <tr key={checkIn.id}>
              <th scope="row">{dayAndMonth(checkIn.at, text)}</th>
              <td>{t(wordFor(checkIn.confidence))}</td>
              <td>{t('goals.stepsOf', checkIn.progress)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
