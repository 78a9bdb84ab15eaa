import { QueryCache, QueryClient } from '@tanstack/react-query';
import { codeOf, mayPass } from './problem.ts';
import { firstScreenKey, teamOf } from './team.ts';

/** What was read is believed for half a minute; a look at another tab and back shows what others did meanwhile. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError(trouble, { queryKey }) {
        // Not there any more, or not for me any more: whether I am still in this team is for the first screen to say.
        const team = codeOf(trouble) === 'notFound' ? teamOf(queryKey) : null;
        if (team) void client.invalidateQueries({ queryKey: firstScreenKey(team) });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Being offline is shown as a sentence, not as a page that waits forever.
        networkMode: 'always',
        // Once by itself; after that it is said, and there is a button.
        retry: (failures, trouble) => failures === 0 && mayPass(trouble),
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
