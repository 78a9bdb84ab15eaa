import { useEffect } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { ErrorScreen, type Wrong } from './ErrorScreen.tsx';
import { tellTeams } from './teams.ts';

type TroubleProps = {
  readonly trouble: unknown;
  readonly onRetry: () => void;
  readonly onChooseTeam?: () => void;
};

/** What the service answered instead of a page, as a page. */
export function Trouble({ trouble, onRetry, onChooseTeam }: TroubleProps) {
  const wrong = wrongOf(trouble);
  useEffect(() => {
    // A page that says what to do is content; only without a sign-in is there nothing that Teams should leave standing.
    if (wrong === 'token') tellTeams.cannotSignIn();
    else tellTeams.hasContent();
  }, [wrong]);
  return (
    <ErrorScreen
      wrong={wrong}
      requestId={trouble instanceof ApiProblem ? trouble.requestId : null}
      onRetry={onRetry}
      onChooseTeam={wrong === 'notFound' ? onChooseTeam : undefined}
    />
  );
}

function wrongOf(trouble: unknown): Wrong {
  const code = trouble instanceof ApiProblem ? trouble.code : 'unknown';
  if (code === 'token' || code === 'token.invalid' || code === 'token.missing') return 'token';
  if (code === 'notFound') return 'notFound';
  return code === 'offline' ? 'offline' : 'away';
}
