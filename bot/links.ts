import type { Links } from './app/ports.ts';
import { subPage, tabPaths } from './contract/paths.ts';

/** As in the manifest. */
const personalTab = 'people-hour';

/**
 * Deep links: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application. They go to the
 * personal tab, which everybody has, while in a channel it may never have been added. Teams knows the app by its sign-in's id.
 */
export function linksIntoTeams(appId: string, appUrl: string): Links {
  return {
    wall({ teamId }, kudos) {
      const context = JSON.stringify({ subEntityId: subPage.of(teamId, kudos) });
      const webUrl = `${appUrl}${tabPaths.root}`;
      return `https://teams.microsoft.com/l/entity/${appId}/${personalTab}?${new URLSearchParams({ webUrl, context })}`;
    },
  };
}
