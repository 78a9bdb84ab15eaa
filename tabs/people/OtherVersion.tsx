import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { wallTime } from './placeAndTime.ts';
import type { Field, Words } from './profileWords.ts';
import { zoneOf } from './zones.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  other: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { flexGrow: 1, flexBasis: '200px', minWidth: 0, margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  name: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type OtherVersionProps = {
  readonly field: Field;
  readonly label: string;
  /** What is saved now, where it differs from what stands in the field. */
  readonly other: Words | null;
  readonly onTake: () => void;
  readonly children: ReactNode;
};

/** A field, and below it what another window saved there meanwhile: nothing is decided for anybody. */
export function OtherVersion({ field, label, other, onTake, children }: OtherVersionProps) {
  const styles = useStyles();
  const { t, list, locale } = useText();
  if (!other) return children;
  const value = other[field];
  const said =
    typeof value === 'string'
      ? field === 'timeZone' && value
        ? zoneOf(value).city
        : value
      : 'start' in value
        ? value.start &&
          t('people.person.onlyHours', { start: wallTime(value.start, locale), end: wallTime(value.end, locale) })
        : list(value);
  return (
    <div className={styles.pair}>
      {children}
      <div role="group" aria-label={t('people.conflict.other', { field: label })} className={styles.other}>
        <p className={styles.words} dir="auto">
          <span className={styles.name}>{t('people.conflict.otherName')}</span>
          {said || t('people.conflict.empty')}
        </p>
        <Button size="small" aria-label={t('people.conflict.takeField', { field: label })} onClick={onTake}>
          {t('people.conflict.take')}
        </Button>
      </div>
    </div>
  );
}
