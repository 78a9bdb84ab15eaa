import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, Redirect } from 'wouter';
import { myTeams } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { Column } from './Column.tsx';
import { HowToAdd } from './HowToAdd.tsx';
import { tellTeams } from './teams.ts';
import { Trouble } from './Trouble.tsx';

const useStyles = makeStyles({
  teams: { margin: 0, padding: 0, listStyleType: 'none' },
  team: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '44px',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
  },
});

/** The personal app: which of my teams? With only one there is nothing to ask. */
export function MyTeams() {
  const styles = useStyles();
  const { t } = useText();
  const mine = useQuery(myTeams());
  useEffect(() => {
    if (mine.isSuccess) tellTeams.hasContent();
  }, [mine.isSuccess]);

  if (mine.isError) return <Trouble trouble={mine.error} onRetry={() => void mine.refetch()} />;
  if (mine.isPending) {
    return (
      <Column>
        <TitleSkeleton />
        <LetterSkeleton />
      </Column>
    );
  }
  const { teams } = mine.data;
  const [only] = teams;
  if (teams.length === 1) return <Redirect to={pageOf(only!.id)} replace />;
  return (
    <Column>
      <Page title={t('teams.title')}>
        {teams.length === 0 ? (
          <EmptyState title={t('teams.none.title')} text={t('teams.none.text')} action={<HowToAdd />} />
        ) : (
          <>
            <p>{t('teams.text')}</p>
            <Sheet>
              <ul role="list" className={styles.teams}>
                {teams.map(({ id, name }) => (
                  <li key={id}>
                    <Link className={styles.team} href={pageOf(id)}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Sheet>
          </>
        )}
      </Page>
    </Column>
  );
}

const pageOf = (team: string) => `/kudos?${new URLSearchParams({ team })}`;
