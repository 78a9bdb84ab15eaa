import type { State } from './state.ts';

export type World = {
  readonly tenantId: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly mail: string;
    readonly owner: boolean;
  }[];
};

const frameContexts = { channel: 'content', personal: 'content', panel: 'sidePanel', config: 'settings' } as const;
const themeNames = { light: 'default', dark: 'dark', contrast: 'contrast' } as const;
const locales = { en: 'en-gb', de: 'de-de', ar: 'ar-sa' } as const;

export const frameContextOf = ({ place }: State) => frameContexts[place];
export const themeNameOf = ({ theme }: State) => themeNames[theme];

export function personOf(state: State, { people }: World) {
  const asked = state.person.toLowerCase();
  return people.find(({ id, name }) => id === asked || name.toLowerCase().startsWith(`${asked} `)) ?? null;
}

/** The page that stands in the frame. */
export function contentOf(state: State, { team }: World): string {
  if (state.place === 'config') return '/tab/config';
  if (state.place === 'personal') return '/tab';
  return state.content || `/tab?team=${encodeURIComponent(team.id)}`;
}

/** Flat, as hosts send it; teams-js gives it its shape. */
export function contextOf(state: State, world: World): object {
  const person = personOf(state, world);
  const { team } = world;
  const inTeam = {
    teamId: team.id,
    groupId: '44444444-4444-4444-8444-444444444444',
    teamName: team.name,
    channelId: team.id,
    channelName: 'General',
    channelType: 'Regular',
    userTeamRole: person?.owner ? 0 : 1,
  };
  // A meeting has a chat of its own; whose page is shown there is in the page's address.
  const inMeeting = { chatId: '19:meeting_studio@thread.v2', meetingId: 'meeting-of-studio' };
  return {
    locale: locales[state.lang],
    theme: themeNameOf(state),
    sessionId: 'local',
    appSessionId: 'local',
    entityId: state.place === 'personal' ? 'people-hour' : 'people-hour-team',
    subEntityId: state.page,
    frameContext: frameContextOf(state),
    hostName: 'Teams',
    hostClientType: 'web',
    tid: world.tenantId,
    userObjectId: person?.id,
    userDisplayName: person?.name,
    userPrincipalName: person?.mail,
    loginHint: person?.mail,
    ...(state.place === 'personal' ? {} : state.place === 'panel' ? inMeeting : inTeam),
  };
}

/** What a Teams window of today can do, as far as the tab may want it. */
export const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { app: {}, pages: { config: {}, tabs: {}, currentApp: {} } },
};
