import type { GrowthRecord as Record } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { RecordedGoal } from './RecordedGoal.tsx';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXXXL,
    maxWidth: '800px',
    '@media print': { maxWidth: 'none', padding: 0, border: 'none', boxShadow: 'none' },
  },
  whose: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** On one sheet, as it would be on paper. */
export function GrowthRecord({ record }: { record: Record }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const calling = useCalling();
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(record.madeAt));
  return (
    <Sheet as="article" roomy className={styles.sheet} aria-label={t('goals.record')}>
      <p className={styles.whose}>
        {t('goals.record.whose', { person: record.person.name, team: record.team.name, day })}
      </p>
      {record.goals.map((goal) => (
        <RecordedGoal key={goal.id} goal={goal} calling={calling} />
      ))}
    </Sheet>
  );
}
