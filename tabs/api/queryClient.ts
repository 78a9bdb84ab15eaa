import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './problem.ts';

/** What was read is believed for half a minute; a look at another tab and back shows what others did meanwhile. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
