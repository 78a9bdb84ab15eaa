import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { remember } from './comingBack.ts';
import { usePerson } from './peopleQueries.ts';
import { PersonAside } from './PersonAside.tsx';
import { PersonSheet } from './PersonSheet.tsx';

const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: '280px minmax(0, 1fr)',
  columnGap: '48px',
  rowGap: tokens.spacingVerticalXXL,
  alignItems: 'start',
  marginBlockStart: tokens.spacingVerticalM,
  '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const useStyles = makeStyles({
  page: { paddingBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalXXXL}` },
});

/** Somebody in the team; `me` is what the others see of me. */
export function PersonPage({ id }: { id: string }) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const link = useTeamLink();
  const isMe = id === 'me' || id === me.id;
  const person = usePerson(isMe ? 'me' : id);
  useEffect(() => remember(isMe ? me.id : id), [id, isMe, me.id]);
  const isGone = person.isError && codeOf(person.error) === 'notFound';

  return (
    <main className={styles.page}>
      <BackLink href={link('/people')}>{t('shell.people')}</BackLink>
      {person.isPending && (
        <div role="status" aria-label={t('people.person.waiting')} className={columnsClass}>
          <TitleSkeleton />
          <LetterSkeleton />
        </div>
      )}
      {isGone && <ProblemBar kind="note" title={t('people.person.gone')} />}
      {person.isError && !isGone && !person.data && (
        <ProblemBar
          title={t('people.person.problem')}
          actions={<Button onClick={() => void person.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(person.error)))}
        </ProblemBar>
      )}
      {person.data && !isGone && (
        <div className={columnsClass}>
          <PersonAside page={person.data} isMe={isMe} />
          <PersonSheet page={person.data} isMe={isMe} />
        </div>
      )}
    </main>
  );
}
