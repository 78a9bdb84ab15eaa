import { setupPage, subPage } from '#contract/subPage';
import type { app } from '@microsoft/teams-js';
import type { ThemeName } from '../ui/theme.ts';

/** Where in Teams this page is shown, in our own words. */
export type Place = {
  readonly kind: 'team' | 'personal' | 'config' | 'setup';
  /** The conversation whose roster decides who is in; `null` in the personal app, where one chooses. */
  readonly teamId: string | null;
  /** A chat, or a meeting's chat: the page that is added there may be another team's. */
  readonly isChat: boolean;
  /** The kudos that a link led to. */
  readonly kudosId: string | null;
  /** The goal, the person, the page of all of them, or the hour that a link led to. */
  readonly linkedTo: { readonly door: 'goals' | 'people' | 'hour'; readonly id: string | null } | null;
  /** Whether this Teams keeps the files that a page hands over. */
  readonly keepsFiles: boolean;
  readonly theme: ThemeName;
  readonly locale: string;
};

export function placeOf(context: app.Context, address: URL): Place {
  const { channel, team, chat } = context;
  // A private or shared channel has a roster of its own, so it is a team of its own.
  const hasOwnRoster = channel?.membershipType === 'Private' || channel?.membershipType === 'Shared';
  const here = (hasOwnRoster ? channel?.id : team?.internalId) ?? chat?.id ?? null;
  const linked = context.page.subPageId ? subPage.read(context.page.subPageId) : null;
  // What the page was added with counts: a meeting's chat may show the page of the team that meets.
  const teamId = address.searchParams.get('team') || here || linked?.team || null;
  const forSetup = context.page.subPageId === setupPage;
  const arrival = linked?.team === teamId ? linked : null;
  return {
    // Teams says that it is asking what to pin; the address alone could be typed by anybody.
    kind: context.page.frameContext === 'settings' ? 'config' : here ? 'team' : forSetup ? 'setup' : 'personal',
    teamId,
    isChat: !channel && !team && Boolean(chat),
    kudosId: arrival?.door === 'kudos' ? arrival.id : null,
    linkedTo: arrival && arrival.door !== 'kudos' ? { door: arrival.door, id: arrival.id } : null,
    keepsFiles: !/^(android|ios|ipados)$/i.test(context.app.host.clientType),
    theme: themeOf(context.app.theme),
    locale: context.app.locale || 'en',
  };
}

/** `glass` is the dark one on a blurred ground; a theme to come is read as light. */
export function themeOf(name: string): ThemeName {
  if (name === 'contrast') return 'contrast';
  return name === 'dark' || name === 'glass' ? 'dark' : 'light';
}
