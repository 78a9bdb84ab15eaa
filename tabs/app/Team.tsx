import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { firstScreen, TeamContext } from '../api/team.ts';
import { WallSkeleton } from '../kudos/KudosWall.tsx';
import { TitleSkeleton } from '../ui/Skeletons.tsx';
import { Shell } from './Shell.tsx';
import { tellTeams } from './teams.ts';
import { part } from '../ui/part.tsx';

const EndingNote = part(async () => (await import('../settings/EndingNote.tsx')).EndingNote);
const Trouble = part(async () => (await import('./Trouble.tsx')).Trouble);

type TeamProps = {
  readonly teamId: string;
  readonly isPersonal: boolean;
  readonly children: (arrivedAt: number) => ReactNode;
};

/** Everything inside stands in one team: its members, its values and the newest kudos came with the first screen. */
export function Team({ teamId, isPersonal, children }: TeamProps) {
  const [, navigate] = useLocation();
  const screen = useQuery(firstScreen(teamId));
  // The page's own still picture may have been seen by now; then ours takes over without a gap.
  const [isSeen] = useState(() => performance.now() > 300);
  useEffect(() => {
    if (screen.isSuccess) tellTeams.hasContent();
  }, [screen.isSuccess]);

  // Who is not in this team any more sees nothing of it any more, whatever was there a moment ago.
  const isShut = screen.isError && codeOf(screen.error) === 'notFound';
  if (screen.data && !isShut) {
    return (
      <TeamContext value={screen.data}>
        <Shell mayChooseTeam={isPersonal}>
          <Suspense fallback={null}>{screen.data.team.ending && <EndingNote />}</Suspense>
          {children(screen.dataUpdatedAt)}
        </Shell>
      </TeamContext>
    );
  }
  if (screen.isError) {
    return (
      <Trouble trouble={screen.error} onRetry={() => void screen.refetch()} onChooseTeam={() => navigate('/teams')} />
    );
  }
  return (
    <Shell mayChooseTeam={false}>
      <TitleSkeleton atOnce={isSeen} />
      <WallSkeleton atOnce={isSeen} />
    </Shell>
  );
}
