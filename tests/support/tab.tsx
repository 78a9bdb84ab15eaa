/* Opens the real tab in a window that is not there: real teams-js, real requests to the real service. */
import { app } from '@microsoft/teams-js';
import { waitFor } from '@testing-library/dom';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { Root } from 'react-dom/client';
import { tabPaths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { boot } from '../../tabs/app/boot.ts';
import { start } from '../../tabs/app/start.tsx';
import { contoso, idOf } from './builders.ts';
import type { Service } from './server.ts';
import { type Host, stand } from './tabHost.ts';

declare global {
  var startService: () => Promise<Service>;
  var serviceUrl: string | undefined;
}

/** One service for all tests of a file. Use it inside of tests only: it is not there before. */
export function theService(): Service {
  let service: Service | undefined;
  beforeAll(async () => {
    service = await startService();
    globalThis.serviceUrl = service.url;
  });
  afterAll(() => service?.stop());
  return new Proxy({} as Service, { get: (_, name) => service![name as keyof Service] });
}

export type Tab = { readonly host: Host; readonly user: UserEvent; close(): void };

export type TabOptions = {
  /** Who looks, by name. */
  readonly as: string;
  /** Whose tab it is; without one it is the personal app. */
  readonly team?: TeamRef | null;
  readonly path?: string;
  readonly theme?: string;
  readonly locale?: string;
  /** More of, or other than, what Teams says about where this is. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** What this Teams can do besides showing a page. */
  readonly can?: readonly string[];
  /** Instead of the token that this person has. */
  readonly token?: () => Promise<string | null>;
};

let open: Tab[] = [];
beforeEach(() => void (document.body.innerHTML = '<div id="root"></div>'));
afterEach(() => {
  open.forEach((tab) => tab.close());
  open = [];
  document.body.innerHTML = '';
});

/** Opens the tab; closes by itself after the test, and earlier for a reload. */
export async function openTab(service: Service, options: TabOptions): Promise<Tab> {
  const { as, team = null, path = '/tab', theme = 'default', locale = 'en-gb' } = options;
  window.history.replaceState(null, '', path);
  const host = stand({
    token: options.token ?? (() => service.tokenFor(as)),
    ...(options.can && { can: options.can }),
    context: {
      locale,
      theme,
      tid: contoso,
      userObjectId: idOf(as),
      entityId: 'people-hour-team',
      frameContext: path.startsWith(tabPaths.config) ? 'settings' : 'content',
      hostName: 'Teams',
      hostClientType: 'web',
      ...(team && { teamId: team.teamId, channelId: team.teamId, channelType: 'Regular', teamName: 'Studio' }),
      ...options.context,
    },
  });
  if (!document.getElementById('root')) document.body.innerHTML = '<div id="root"></div>';
  const root: Root = await start(boot(new URL(window.location.href)));
  const user = userEvent.setup({ delay: null });
  let isOpen = true;
  const tab = {
    host,
    user,
    close() {
      if (!isOpen) return;
      isOpen = false;
      root.unmount();
      // As if the frame had gone: the next one says hello to Teams again.
      app._uninitialize();
      host.leave();
      document.body.innerHTML = '';
    },
  };
  open.push(tab);
  return tab;
}

/** Waits until something is true of the service, for what happens there after the tab has shown it. */
export const eventually = (check: () => Promise<void> | void) => waitFor(check, { timeout: 10_000 });
