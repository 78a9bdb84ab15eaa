import { makeStyles, tokens } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useMinute } from '../ui/useMinute.ts';
import { useSearchState } from '../ui/useSearchState.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useUnseenClass } from '../ui/unseenClass.ts';
import { comeBack } from './comingBack.ts';
import { found, knownFrom, lookingIn } from './looking.ts';
import { NobodyFound } from './NobodyFound.tsx';
import { PeopleCards, PeopleSkeleton } from './PeopleCards.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { useDirectory } from './peopleQueries.ts';
import { WhoCanHelp } from './WhoCanHelp.tsx';

const useStyles = makeStyles({
  hint: { margin: 0, marginBlockEnd: tokens.spacingVerticalL, color: tokens.colorNeutralForeground3 },
});

/** Who is in the team, and what each can show and wants to learn. Read whole, and looked through here. */
export function PeoplePage() {
  const linkClass = useLinkClass();
  const styles = useStyles();
  const unseenClass = useUnseenClass();
  const { t } = useText();
  const { team, me } = useTeam();
  const link = useTeamLink();
  const { params } = useSearchState();
  const looking = lookingIn(params);
  const directory = useDirectory();
  const now = useMinute();
  const [typed, setTyped] = useState(looking.q);
  const [shownQ, setShownQ] = useState(looking.q);
  // Cleared or changed from outside: a link, the back button.
  if (shownQ !== looking.q) {
    setShownQ(looking.q);
    setTyped(looking.q);
  }
  // Typing comes first; the cards follow.
  const wanted = useDeferredValue(typed);

  const known = useMemo(() => knownFrom(directory.data ?? [], me.id), [directory.data, me.id]);
  const people = useMemo(
    () => found(known, wanted, looking.show, me.id, now),
    [known, wanted, looking.show, me.id, now],
  );
  const isQuiet = known.length > 0 && known.every(({ card }) => card.canShow.length + card.wantsToLearn.length === 0);

  const isThere = directory.isSuccess;
  useEffect(() => {
    if (isThere) comeBack();
  }, [isThere]);

  return (
    <Page
      title={t('people.title', { team: team.name })}
      shortTitle={t('shell.people')}
      action={
        <ButtonLink href={link('/people/me/edit')} icon={<Edit20Regular />}>
          {t('people.editMine')}
        </ButtonLink>
      }
    >
      <PeopleFilters looking={looking} typed={typed} onType={setTyped} />
      {looking.isForHelp ? (
        <WhoCanHelp words={looking.q} now={now} />
      ) : (
        <>
          {directory.isPending && <PeopleSkeleton />}
          {directory.isError && !directory.data && (
            <ProblemBar
              title={t('people.problem')}
              actions={<Button onClick={() => void directory.refetch()}>{t('error.retry')}</Button>}
            >
              {t(sentenceFor(codeOf(directory.error)))}
            </ProblemBar>
          )}
          {isQuiet && (
            <p className={styles.hint}>
              {t('people.quiet')}{' '}
              <Link href={link('/people/me/edit')} className={linkClass}>
                {t('people.quiet.begin')}
              </Link>
            </p>
          )}
          {people.length > 0 && <PeopleCards people={people} now={now} />}
          {isThere && people.length === 0 && (
            <NobodyFound looking={{ ...looking, q: wanted }} mine={known.at(-1)!.card} onShowAll={() => setTyped('')} />
          )}
          {isThere && wanted && (
            <span role="status" className={unseenClass}>
              {t('people.found', { count: people.length })}
            </span>
          )}
        </>
      )}
    </Page>
  );
}
