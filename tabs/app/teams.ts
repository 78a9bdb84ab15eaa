import { app, authentication, pages } from '@microsoft/teams-js';
import { ApiProblem } from '../api/problem.ts';
import type { ThemeName } from '../ui/theme.ts';
import { type Place, placeOf, themeOf } from './place.ts';

/** Why there is no Teams around us: none at all, or one that keeps silent. */
export type NoHost = 'outside' | 'silent';

export class HostProblem extends Error {
  readonly reason: NoHost;

  constructor(reason: NoHost, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

// teams-js itself gives up after a minute, which in a foreign frame is a minute of nothing.
const patienceInMs = 10_000;

export async function openTeams(): Promise<void> {
  // Only the local service names hosts; everywhere else the ones that teams-js knows are the only ones.
  const origins = document
    .querySelector<HTMLMetaElement>('meta[name="host-origins"]')
    ?.content.split(' ')
    .filter(Boolean);
  await asHost(app.initialize(origins));
}

export const whereWeAre = async (address: URL): Promise<Place> => placeOf(await asHost(app.getContext()), address);

async function asHost<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await within(patienceInMs, asked);
  } catch (trouble) {
    throw trouble instanceof HostProblem ? trouble : new HostProblem('outside', { cause: trouble });
  }
}

export async function getToken(): Promise<string> {
  try {
    return await within(patienceInMs, authentication.getAuthToken());
  } catch (trouble) {
    throw new ApiProblem('token', { cause: trouble });
  }
}

export function followTheme(follow: (theme: ThemeName) => void): void {
  app.registerOnThemeChangeHandler((name) => follow(themeOf(name)));
}

/** What Teams is told while we start: its own spinner goes with the first, its "something went wrong" never comes after the second. */
export const tellTeams = {
  hasShape: () => app.notifyAppLoaded(),
  hasContent: () => void app.notifySuccess().catch(() => undefined), // Older hosts answer nothing.
  cannotSignIn: () => app.notifyFailure({ reason: app.FailedReason.AuthFailed }),
  failed: () => app.notifyFailure({ reason: app.FailedReason.Other }),
};

/** Links into Teams are opened by Teams; a browser tab would only ask which app to use. */
export function openInTeams(link: string): void {
  void openByKind(link).catch(() => window.open(link, '_blank', 'noopener'));
}

async function openByKind(link: string): Promise<void> {
  const { pathname } = new URL(link);
  if (pathname.startsWith('/l/chat/')) return (await import('./chat.ts')).openChat(link);
  if (pathname.startsWith('/l/meeting/new')) return (await import('./meeting.ts')).composeMeeting(link);
  return app.openLink(link);
}

export type PinnedTab = { readonly contentUrl: string; readonly suggestedDisplayName: string };

/** The config page: Teams' own Save button stays shut until there is something to pin, and then asks us what. */
export const pinning = {
  offer(tab: PinnedTab): void {
    pages.config.registerOnSaveHandler((event) => {
      const { contentUrl } = tab;
      void pages.config
        .setConfig({ ...tab, entityId: 'people-hour-team', websiteUrl: contentUrl })
        .then(() => event.notifySuccess())
        .catch((trouble: unknown) => event.notifyFailure(String(trouble)));
    });
    pages.config.setValidityState(true);
  },
  withdraw: () => pages.config.setValidityState(false),
};

async function within<Result>(timeInMs: number, work: Promise<Result>): Promise<Result> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new HostProblem('silent')), timeInMs);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(late);
  }
}
