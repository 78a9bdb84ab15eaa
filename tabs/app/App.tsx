import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useLocation, useSearch } from 'wouter';
import type { Text } from '../text/text.ts';
import { TextContext } from '../text/useText.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Arrivals } from '../ui/useArrival.tsx';
import { Ground } from '../ui/Ground.tsx';
import { fluentPart, part } from '../ui/part.tsx';
import { type Look, lookOf } from '../ui/theme.ts';
import { UndoProvider } from '../ui/Undo.tsx';
import type { Boot } from './boot.ts';
import { Catcher } from './Catcher.tsx';
import { firstDoor } from './doors.ts';
import type { Place } from './place.ts';
import { Rooms } from './Rooms.tsx';
import { Team } from './Team.tsx';
import { followTheme, openInTeams, tellTeams } from './teams.ts';

const ErrorScreen = part(async () => (await import('./ErrorScreen.tsx')).ErrorScreen);
const MyTeams = part(async () => (await import('./MyTeams.tsx')).MyTeams);
const SetupPage = part(async () => (await import('./SetupPage.tsx')).SetupPage);
const SetupOutside = part(async () => (await import('./SetupOutside.tsx')).SetupOutside);
const GonePage = part(async () => (await import('./GonePage.tsx')).GonePage);
const ConfigPage = fluentPart(async () => (await import('./ConfigPage.tsx')).ConfigPage);

type AppProps = { readonly begun: Boot; readonly text: Text; readonly look: Look; readonly queries: QueryClient };

export function App({ begun, text, look, queries }: AppProps) {
  const hasHost = 'place' in begun;
  return (
    <TextContext value={text}>
      <Ground look={useLook(look, hasHost)}>
        <Catcher onBroken={() => hasHost && tellTeams.failed()}>
          <Suspense fallback={null}>
            {hasHost ? (
              <QueryClientProvider client={queries}>
                <Announcer>
                  <UndoProvider>
                    <Router base="/tab">
                      <Arrivals>
                        <Pages place={begun.place} />
                      </Arrivals>
                    </Router>
                  </UndoProvider>
                </Announcer>
              </QueryClientProvider>
            ) : window.location.pathname.startsWith('/setup') ? (
              <SetupOutside />
            ) : (
              <ErrorScreen wrong={begun.trouble} onRetry={begun.trouble === 'silent' ? reload : undefined} />
            )}
          </Suspense>
        </Catcher>
      </Ground>
    </TextContext>
  );
}

/** Every page of the tab. */
function Pages({ place }: { place: Place }) {
  const chosen = new URLSearchParams(useSearch()).get('team');
  const teamId = chosen ?? place.teamId;
  const [path] = useLocation();
  useLinksIntoTeams();
  if (place.kind === 'config') return <ConfigPage place={place} />;
  if (place.kind === 'setup') return <SetupPage />;
  if (path === '/gone/me' || path === '/gone/team') return <GonePage what={path === '/gone/me' ? 'me' : 'team'} />;
  if (!teamId) return <MyTeams />;
  return (
    <Switch>
      <Route path="/teams">
        <MyTeams />
      </Route>
      <Route path="/:door/*?">
        <Team teamId={teamId} isPersonal={place.kind === 'personal'}>
          {(arrivedAt) => <Rooms arrivedAt={arrivedAt} />}
        </Team>
      </Route>
      <Redirect to={firstPage(chosen, place)} replace />
    </Switch>
  );
}

/** Where a link led to, or else the first door. */
function firstPage(team: string | null, { kudosId: kudos, linkedTo }: Place): string {
  const page = linkedTo ? ['', linkedTo.door, linkedTo.id].filter((part) => part !== null).join('/') : firstDoor;
  const search = new URLSearchParams({ ...(team && { team }), ...(kudos && { kudos }) });
  return search.size > 0 ? `${page}?${search}` : page;
}

/** A link to a message or a chat leads into Teams itself, whichever page it stands on. */
function useLinksIntoTeams() {
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !/(^|\.)teams\.(microsoft\.(com|us)|cloud\.microsoft|live\.com)$/.test(link.hostname)) return;
      event.preventDefault();
      openInTeams(link.href);
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

/** Follows Teams at once, in the order in which the themes were chosen, however long one takes to arrive. */
function useLook(first: Look, hasHost: boolean): Look {
  const [look, setLook] = useState(first);
  useEffect(() => {
    if (!hasHost) return;
    let latest = '';
    followTheme((name) => {
      latest = name;
      void lookOf(name).then((found) => name === latest && setLook(found));
    });
  }, [hasHost]);
  return look;
}

const reload = () => window.location.reload();
