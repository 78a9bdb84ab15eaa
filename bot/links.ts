import type { Links } from './app/ports.ts';
import { tabPaths } from './contract/paths.ts';
import { setupPage, subPage } from './contract/subPage.ts';

/** As in the manifest. */
const personalTab = 'people-hour';

/** Every link of ours leads to a page of a team; how an address is made of that is for whoever shows the tab. */
export function linksBy(addressOf: (page: string) => string): Links {
  return {
    wall: ({ teamId }, kudos) => addressOf(subPage.of(teamId, kudos)),
    goals: ({ teamId }, goal) => addressOf(subPage.goals(teamId, goal)),
    person: ({ teamId }, person) => addressOf(subPage.person(teamId, person)),
    hour: ({ teamId }) => addressOf(subPage.hour(teamId)),
  };
}

/**
 * Deep links: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application. They go to the
 * personal tab, which everybody has, while in a channel it may never have been added. Teams knows the app by its sign-in's id.
 */
export const linksIntoTeams = (appId: string, appUrl: string): Links => linksBy(addressIn(appId, appUrl));

/** To the page of whoever looks after the service, which stands in no team. */
export const setupLinkIntoTeams = (appId: string, appUrl: string) => addressIn(appId, appUrl)(setupPage);

const addressIn = (appId: string, appUrl: string) => (page: string) => {
  const context = JSON.stringify({ subEntityId: page });
  const webUrl = `${appUrl}${tabPaths.root}`;
  return `https://teams.microsoft.com/l/entity/${appId}/${personalTab}?${new URLSearchParams({ webUrl, context })}`;
};
