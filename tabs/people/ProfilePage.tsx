import { useQuery } from '@tanstack/react-query';
import { codeOf } from '../api/problem.ts';
import { myProfile } from '../api/profile.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { ProfileEditor } from './ProfileEditor.tsx';

/** What I tell this team about myself. */
export function ProfilePage() {
  const { t } = useText();
  const { team } = useTeam();
  const link = useTeamLink();
  // What is edited is what is there now, not what was there when it was last shown.
  const profile = useQuery({ ...myProfile(team.id), refetchOnMount: 'always', refetchOnWindowFocus: false });
  return (
    <Page back={<BackLink href={link('/people/me')}>{t('people.edit.back')}</BackLink>} title={t('people.edit.title')}>
      {!profile.isFetchedAfterMount && <LetterSkeleton />}
      {profile.isFetchedAfterMount && profile.isError && (
        <ProblemBar
          title={t('people.edit.problem')}
          actions={<Button onClick={() => void profile.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(profile.error)))}
        </ProblemBar>
      )}
      {profile.isFetchedAfterMount && profile.isSuccess && <ProfileEditor saved={profile.data} />}
    </Page>
  );
}
