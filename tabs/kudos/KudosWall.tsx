import type { KudosView } from '#contract/kudos';
import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useText } from '../text/useText.ts';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { weekOf } from '../ui/when.ts';
import { KudosCard } from './KudosCard.tsx';

const useWeekNameClass = makeResetStyles({
  margin: 0,
  marginBlockEnd: tokens.spacingVerticalS,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  fontWeight: tokens.fontWeightRegular,
});

const useLettersClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: tokens.spacingVerticalL,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
});

const arrive = { from: { opacity: 0, transform: 'translateY(8px)' }, to: { opacity: 1, transform: 'none' } };

const useStyles = makeStyles({
  arriving: {
    animationName: arrive,
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  week: { marginBlockEnd: tokens.spacingVerticalXXL },
});

type KudosWallProps = {
  readonly kudos: readonly KudosView[];
  /** The one that was given here a moment ago. */
  readonly given: string | null;
};

/** The letters of a team, week by week. */
export function KudosWall({ kudos, given }: KudosWallProps) {
  const text = useText();
  // Weeks and days are read against one moment, or a wall that is open at midnight would speak of two.
  const [now] = useState(() => new Date());
  return weeksOf(kudos, (at) => weekOf(at, now, text)).map(({ key, name, letters }) => (
    <Week key={key} name={name} letters={letters} now={now} given={given} />
  ));
}

type WeekProps = { readonly name: string; readonly letters: readonly KudosView[]; readonly now: Date } & Pick<
  KudosWallProps,
  'given'
>;

function Week({ name, letters, now, given }: WeekProps) {
  const weekNameClass = useWeekNameClass();
  const lettersClass = useLettersClass();
  const styles = useStyles();
  const heading = useId();
  return (
    <section className={styles.week} aria-labelledby={heading}>
      <h2 id={heading} className={weekNameClass}>
        {name}
      </h2>
      {/* The role is said because Safari forgets it for lists without bullets. */}
      <ul role="list" className={lettersClass}>
        {letters.map((kudos) => (
          <li key={kudos.id} className={kudos.id === given ? styles.arriving : undefined}>
            <KudosCard kudos={kudos} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The wall while it is on its way, in the shape in which it will come. */
export function WallSkeleton({ atOnce = false }: { atOnce?: boolean }) {
  const lettersClass = useLettersClass();
  const { t } = useText();
  return (
    <div role="status" aria-label={t('kudos.waiting')} className={lettersClass}>
      {[1, 2, 3, 4].map((place) => (
        <LetterSkeleton key={place} atOnce={atOnce} />
      ))}
    </div>
  );
}

type Week = { readonly key: string; readonly name: string; readonly letters: KudosView[] };

function weeksOf(kudos: readonly KudosView[], weekOfDay: (at: Date) => Pick<Week, 'key' | 'name'>): readonly Week[] {
  const weeks: Week[] = [];
  for (const letter of kudos) {
    const week = weekOfDay(new Date(letter.createdAt));
    const last = weeks.at(-1);
    if (last?.key === week.key) last.letters.push(letter);
    else weeks.push({ ...week, letters: [letter] });
  }
  return weeks;
}
