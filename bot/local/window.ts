import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { z } from 'zod';
import { NotFound } from '../app/ports.ts';
import { personIdSchema } from '../contract/shapes.ts';
import type { OpenRoute, Reply } from '../http/openRoute.ts';
import { Fault } from '../http/problems.ts';
import { type LocalPerson, localPeople, localTenant, studio } from './people.ts';

const tokenBody = z.strictObject({ personId: personIdSchema });
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The stand-in for the Teams window, and what it needs: who there is, and tokens for them. */
export function windowRoutes(world: { url: string; tokenFor(person: LocalPerson): Promise<string> }): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: '/local',
      // The tab believes one address of this machine; the others lead there.
      answer: async ({ host, url }) =>
        host === new URL(world.url).host
          ? page('text/html', await readFile(inWindow('window.html'), 'utf8'))
          : { status: 302, headers: { location: world.url + url } },
    },
    {
      method: 'GET',
      path: '/local/window.css',
      answer: async () => page('text/css', await readFile(inWindow('window.css'), 'utf8')),
    },
    { method: 'GET', path: '/local/window.js', answer: async () => page('text/javascript', await script()) },
    {
      method: 'GET',
      path: '/local/people',
      answer: () => json({ items: localPeople.map(({ id, name, owner }) => ({ id, name, owner })) }),
    },
    {
      method: 'GET',
      path: '/local/world',
      answer: () => json({ tenantId: localTenant, team: studio, people: localPeople }),
    },
    {
      method: 'POST',
      path: '/local/token',
      async answer({ body }) {
        const wanted = tokenBody.safeParse(body);
        if (!wanted.success) throw new Fault('request.invalid');
        const person = localPeople.find(({ id }) => id === wanted.data.personId);
        if (!person) throw new NotFound();
        return json({ token: await world.tokenFor(person) });
      },
    },
  ];
}

const inWindow = (name: string) => fileURLToPath(new URL(`./window/${name}`, import.meta.url));

const noStore = { 'cache-control': 'no-store' };
const json = (body: object): Reply => ({ status: 200, headers: noStore, body });

function page(type: string, body: string): Reply {
  const headers = { ...noStore, 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy };
  return { status: 200, headers, body };
}

/** Bundled when it is asked for: an edit shows with the next reload. */
async function script(): Promise<string> {
  const built = await build({
    entryPoints: [inWindow('window.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return built.outputFiles[0]!.text;
}
