import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Router, Switch, useSearch } from 'wouter';
import { KudosPage } from '../kudos/KudosPage.tsx';
import type { Text } from '../text/text.ts';
import { TextContext } from '../text/useText.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Ground } from '../ui/Ground.tsx';
import { fluentPart, part } from '../ui/part.tsx';
import { LetterSkeleton, TitleSkeleton } from '../ui/Skeletons.tsx';
import { type Look, lookOf } from '../ui/theme.ts';
import { UndoProvider } from '../ui/Undo.tsx';
import type { Boot } from './boot.ts';
import { Catcher } from './Catcher.tsx';
import type { Place } from './place.ts';
import { Team } from './Team.tsx';
import { followTheme, openInTeams, tellTeams } from './teams.ts';

const ErrorScreen = part(async () => (await import('./ErrorScreen.tsx')).ErrorScreen);
const MyTeams = part(async () => (await import('./MyTeams.tsx')).MyTeams);
const ConfigPage = fluentPart(async () => (await import('./ConfigPage.tsx')).ConfigPage);
const SettingsPage = fluentPart(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);

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
                      <Pages place={begun.place} />
                    </Router>
                  </UndoProvider>
                </Announcer>
              </QueryClientProvider>
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
  const isPersonal = place.kind === 'personal';
  useLinksIntoTeams();
  if (place.kind === 'config') return <ConfigPage place={place} />;
  if (!teamId) return <MyTeams />;
  return (
    <Switch>
      <Route path="/teams">
        <MyTeams />
      </Route>
      <Route path="/kudos">
        <Team teamId={teamId} isPersonal={isPersonal}>
          {(arrivedAt) => <KudosPage arrivedAt={arrivedAt} />}
        </Team>
      </Route>
      <Route path="/settings">
        <Team teamId={teamId} isPersonal={isPersonal}>
          {() => (
            <Suspense fallback={<Waiting />}>
              <SettingsPage />
            </Suspense>
          )}
        </Team>
      </Route>
      <Redirect to={firstPage(chosen, place.kudosId)} replace />
    </Switch>
  );
}

function firstPage(team: string | null, kudos: string | null): string {
  const search = new URLSearchParams({ ...(team && { team }), ...(kudos && { kudos }) });
  return search.size > 0 ? `/kudos?${search}` : '/kudos';
}

function Waiting() {
  return (
    <>
      <TitleSkeleton />
      <LetterSkeleton />
    </>
  );
}

/** A link to a message leads into Teams itself, whichever page it stands on. */
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
