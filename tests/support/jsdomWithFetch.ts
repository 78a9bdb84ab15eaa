/* A browser window as jsdom makes it, with what browsers have and jsdom has not. The service of the tests runs outside of it, in
   Node's own world, where its libraries are at home: the tab reaches it over HTTP as it does in real life. */
import { TestEnvironment as JsdomEnvironment } from 'jest-environment-jsdom';
import { startService } from './server.ts';

/** teams-js looks up there which hosts it may believe; nothing else outside of this machine is ever asked for. */
const hostList = 'https://res.cdn.office.net/';

export default class JsdomWithFetch extends JsdomEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const window = this.global as unknown as Record<string, unknown> & { location: Location; serviceUrl?: string };
    Object.assign(window, {
      // Node's fetch insists on Node's own signals.
      AbortController,
      AbortSignal,
      Headers,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
      structuredClone,
      startService,
      fetch: (address: string | URL, options?: RequestInit) => {
        const url = new URL(address, window.serviceUrl ?? window.location.href);
        if (url.href.startsWith(hostList)) return Promise.resolve(Response.json({ validOrigins: [] }));
        return fetch(url, options);
      },
    });
  }
}
