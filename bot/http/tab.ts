import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound } from '../app/ports.ts';
import { tabPaths } from '../contract/paths.ts';
import { assetRoute } from './assets.ts';
import type { OpenRoute, Reply } from './openRoute.ts';

export type Tab = {
  /** Where the built tab is. */
  readonly folder: string;
  /** The stand-in for Teams, in local mode: it may frame the tab, and the tab may believe it. */
  readonly localHost: string | null;
  /** Where Teams shows the set-up page to whoever is signed in. */
  readonly setupLink: string;
};

/** The parts of Microsoft 365 that may show the tab in a frame: https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements. */
const hosts = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** Every address of the tab is the same page; which screen it shows is the tab's own business. */
export function tabRoutes(tab: Tab): OpenRoute[] {
  const answer = () => page(tab);
  return [
    assetRoute(tab.folder),
    { method: 'GET', path: tabPaths.root, answer },
    { method: 'GET', path: `${tabPaths.root}/*`, answer },
    { method: 'GET', path: tabPaths.setup, answer },
    {
      method: 'GET',
      path: tabPaths.setupInTeams,
      answer: () => ({ status: 302, headers: { location: tab.setupLink } }),
    },
    { method: 'GET', path: '/', answer: () => ({ status: 302, headers: { location: tabPaths.root } }) },
  ];
}

async function page({ folder, localHost }: Tab): Promise<Reply> {
  const built = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
    throw new NotFound(); // Not built.
  });
  const nonce = randomBytes(16).toString('base64');
  const html = built.replaceAll('__NONCE__', nonce);
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': securityPolicy(nonce, localHost),
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      // The page names the hashed files of this build; they are what may be kept.
      'cache-control': 'no-cache',
    },
    body: localHost ? html.replace('<head>', `<head><meta name="host-origins" content="${localHost}">`) : html,
  };
}

/** No X-Frame-Options beside it: that knows a single host and would lock Teams out. */
function securityPolicy(nonce: string, localHost: string | null): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    // Fluent writes its styles while it runs; the nonce says that it is us.
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    // teams-js looks up there which hosts it may believe.
    'connect-src': "'self' https://res.cdn.office.net",
    'base-uri': "'none'",
    'form-action': "'none'",
    'object-src': "'none'",
    'frame-ancestors': ["'self'", ...hosts, ...(localHost ? [localHost] : [])].join(' '),
  })
    .map((directive) => directive.join(' '))
    .join('; ');
}
