import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { type Field, fields, isSame, type Words } from './goalWords.ts';
import { nameOf, useSaidIn } from './useSaidIn.ts';

export type Conflict = {
  /** What stood in this form, what was saved elsewhere, and what both were based on. */
  readonly mine: Words;
  readonly theirs: Words;
  readonly before: Words;
};

/** Where only one side changed something, that change stays; where both did, mine stays until something else is chosen. */
export function merged(mine: Words, theirs: Words, before: Words): Words {
  const untouched = fields.filter((field) => isSame(field, mine, before));
  return Object.assign({}, mine, ...untouched.map((field) => ({ [field]: theirs[field] }))) as Words;
}

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    marginBlockStart: tokens.spacingVerticalM,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
  version: {
    display: 'grid',
    alignContent: 'space-between',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  chosen: { ...shorthands.borderColor(tokens.colorCompoundBrandStroke) },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
});

type GoalConflictProps = {
  readonly conflict: Conflict;
  /** What stands in the form now. */
  readonly words: Words;
  readonly onTake: (edit: Partial<Words>) => void;
};

/** The other version beside mine, part by part. Nothing is saved and nothing is lost until Save is pressed again. */
export function GoalConflict({ conflict, words, onTake }: GoalConflictProps) {
  const styles = useStyles();
  const { t } = useText();
  const { mine, theirs } = conflict;
  const differing = fields.filter((field) => !isSame(field, mine, theirs));
  const all = (version: Words) => Object.fromEntries(differing.map((field) => [field, version[field]]));
  return (
    <ProblemBar
      kind="note"
      title={t('goals.conflict')}
      actions={
        differing.length > 1 && (
          <>
            <Button size="small" onClick={() => onTake(all(mine))}>
              {t('goals.conflict.allMine')}
            </Button>
            <Button size="small" onClick={() => onTake(all(theirs))}>
              {t('goals.conflict.allTheirs')}
            </Button>
          </>
        )
      }
    >
      {t(differing.length > 0 ? 'goals.conflict.text' : 'goals.conflict.same')}
      <div className={styles.fields}>
        {differing.map((field) => (
          <section key={field} aria-label={t(nameOf[field])}>
            <p className={styles.name}>{t(nameOf[field])}</p>
            <div className={styles.versions}>
              <Version field={field} version={mine} words={words} isMine onTake={onTake} />
              <Version field={field} version={theirs} words={words} isMine={false} onTake={onTake} />
            </div>
          </section>
        ))}
      </div>
    </ProblemBar>
  );
}

type VersionProps = {
  readonly field: Field;
  readonly version: Words;
  readonly words: Words;
  readonly isMine: boolean;
  readonly onTake: (edit: Partial<Words>) => void;
};

function Version({ field, version, words, isMine, onTake }: VersionProps) {
  const styles = useStyles();
  const { t } = useText();
  const saidIn = useSaidIn();
  const isChosen = isSame(field, words, version);
  const name = t(nameOf[field]);
  return (
    <div className={mergeClasses(styles.version, isChosen && styles.chosen)}>
      <p dir="auto" className={styles.words}>
        {saidIn(field, version)}
      </p>
      <Button
        size="small"
        aria-pressed={isChosen}
        aria-label={t(isMine ? 'goals.conflict.mineOf' : 'goals.conflict.theirsOf', { field: name })}
        onClick={() => onTake({ [field]: version[field] })}
      >
        {t(isMine ? 'goals.conflict.mine' : 'goals.conflict.theirs')}
      </Button>
    </div>
  );
}
