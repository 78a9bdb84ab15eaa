import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Service, startService } from '../support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tab-'));
const setupLink = 'https://teams.microsoft.com/l/entity/x/people-hour?context=setup';
const script = 'console.log("the tab")';
let deployed: Service;
let local: Service;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(
    join(folder, 'index.html'),
    '<html><head><meta name="csp-nonce" content="__NONCE__"><style nonce="__NONCE__"></style></head></html>',
  );
  writeFileSync(join(folder, 'assets/main-a1.js'), script);
  writeFileSync(join(folder, 'assets/main-a1.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/main-a1.js.gz'), gzipSync(script));
  writeFileSync(join(folder, 'assets/logo.svg'), '<svg/>');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  deployed = await startService({ tab: { folder, localHost: null, setupLink }, isHttps: true });
  local = await startService({ tab: { folder, localHost: 'http://localhost:3978', setupLink } });
});
afterAll(async () => {
  await Promise.all([deployed.stop(), local.stop()]);
  rmSync(folder, { recursive: true });
});

test('every address of the tab is the same page, made for this one answer', async () => {
  const pages = await Promise.all(
    ['/tab', '/tab/', '/tab/config', '/tab/kudos?team=19%3Ax', '/tab/a/b/c'].map((path) => deployed.call('GET', path)),
  );

  const nonces = pages.map(({ body }) => /csp-nonce" content="([^"]+)"/.exec(body)![1]!);
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
  expect(new Set(nonces).size).toBe(pages.length);
  for (const [at, { body, headers }] of pages.entries()) {
    expect(body).toContain(`<style nonce="${nonces[at]}">`);
    expect(headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonces[at]}'`);
  }
});

test('who looks after the service has a page outside of Teams, which leads into Teams', async () => {
  const page = await deployed.call('GET', '/setup');
  const { status, headers } = await fetch(`${deployed.url}/setup/teams`, { redirect: 'manual' });

  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect([status, headers.get('location')]).toEqual([302, setupLink]);
});

test('Teams and Microsoft 365 may frame the tab, and nothing else may do anything with it', async () => {
  const { headers } = await deployed.call('GET', '/tab');

  const policy = Object.fromEntries(
    headers
      .get('content-security-policy')!
      .split('; ')
      .map((directive) => {
        const [name, ...values] = directive.split(' ');
        return [name, values.join(' ').replace(/'nonce-[^']+'/, 'NONCE')];
      }),
  );
  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' NONCE",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self' https://res.cdn.office.net",
    'base-uri': "'none'",
    'form-action': "'none'",
    'object-src': "'none'",
    'frame-ancestors':
      "'self' https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com " +
      'https://*.office.com https://outlook.office.com https://outlook.office365.com https://outlook-sdf.office.com https://outlook-sdf.office365.com',
  });
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  expect(headers.get('cache-control')).toBe('no-cache');
});

test('only the local service lets a page of this machine frame the tab, and tells the tab so', async () => {
  const { body, headers } = await local.call('GET', '/tab');

  expect(headers.get('content-security-policy')).toContain(' http://localhost:3978');
  expect(body).toContain('<meta name="host-origins" content="http://localhost:3978">');
  expect(headers.get('strict-transport-security')).toBeNull();
  expect((await deployed.call('GET', '/tab')).body).not.toContain('host-origins');
});

test('files go out as small as the browser can read them, and are kept for good', async () => {
  const get = async (encoding: string) => {
    const answer = await fetch(`${deployed.url}/tab/assets/main-a1.js`, { headers: { 'accept-encoding': encoding } });
    return { text: await answer.text(), encoding: answer.headers.get('content-encoding'), headers: answer.headers };
  };

  const [brotli, gzip, plain, noBrotli] = await Promise.all(
    ['gzip, deflate, br', 'gzip', 'identity', 'br;q=0, gzip'].map(get),
  );

  expect([brotli, gzip, plain, noBrotli].map((answer) => answer!.encoding)).toEqual(['br', 'gzip', null, 'gzip']);
  expect([brotli, gzip, plain, noBrotli].map((answer) => answer!.text)).toEqual([script, script, script, script]);
  expect(brotli!.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(brotli!.headers.get('vary')).toBe('accept-encoding');
  expect(brotli!.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const logo = await fetch(`${deployed.url}/tab/assets/logo.svg`);
  expect([logo.headers.get('content-type'), await logo.text()]).toEqual(['image/svg+xml', '<svg/>']);
});

test('nothing else in or around the folder can be had', async () => {
  const paths = [
    '..%2findex.html',
    '..%2f.vite%2fmanifest.json',
    '.vite',
    'main-a1.js.br',
    'main-a1.js.map',
    '%2e%2e%2fpackage.json',
    'nothing.js',
    'main-a1.js%00',
  ];

  for (const path of paths) {
    const { status, body } = await deployed.call('GET', `/tab/assets/${path}`);
    expect({ path, status, code: body.code }).toEqual({ path, status: 404, code: 'notFound' });
  }
});

test('who opens the bare address comes to the tab', async () => {
  const answer = await fetch(deployed.url, { redirect: 'manual' });

  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/tab']);
});
