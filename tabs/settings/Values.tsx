import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { callingBy, shortNames } from '../ui/names.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useValues } from './settingsQueries.ts';
import { ValuesEditor } from './ValuesEditor.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  values: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  value: {
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralForeground2,
  },
  owners: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What the team holds dear: chosen by its owners, read by everybody. */
export function Values() {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const values = useValues();
  const heading = useId();
  if (values.isPending) return <LetterSkeleton />;
  if (values.isError) {
    const retry = <Button onClick={() => void values.refetch()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t(sentenceFor(codeOf(values.error)))} actions={retry} />;
  }
  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('values.title')}>
        {t('values.text')}
      </SheetHead>
      {me.owner ? <ValuesEditor saved={values.data} /> : <ValuesList values={values.data.body.values} />}
    </Sheet>
  );
}

function ValuesList({ values }: { values: readonly string[] }) {
  const styles = useStyles();
  const text = useText();
  const { members, me } = useTeam();
  const owners = members.filter(({ owner }) => owner);
  const people = callingBy(shortNames(members), me.id, text).atStart(owners.slice(0, 3));
  return (
    <>
      {values.length > 0 && (
        <ul role="list" aria-label={text.t('values.list')} className={styles.values}>
          {values.map((value) => (
            <li key={value} className={styles.value}>
              {value}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.owners}>
        {owners.length > 0 ? text.t('values.owners', { people }) : text.t('values.ownersNone')}
      </p>
    </>
  );
}
