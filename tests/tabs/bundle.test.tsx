import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTab } from '../../bot/local/builtTab.ts';
import { readTabBundle, type TabBundle } from '../support/tabBundle.ts';

const folder = join(process.cwd(), 'dist/tab');
let bundle: TabBundle;

// The same build that the browser tests look at: made once, and again when something that it is made of has changed.
beforeAll(async () => {
  expect(await buildTab(process.cwd(), folder)).toBeNull();
  bundle = readTabBundle(folder);
}, 120_000);

const page = () => readFileSync(join(folder, 'index.html'), 'utf8');

test('the first screen is 125 kB of JavaScript at most, everything counted', () => {
  expect(bundle.firstScreen.gzip).toBeLessThanOrEqual(125);
});

test('nothing that only dialogs, menus and fields need comes with the first screen', () => {
  const modules = bundle.firstScreen.files.flatMap(bundle.modulesOf);

  expect(modules.length).toBeGreaterThan(50);
  expect(
    modules.filter((path) => /\/tabster\/|@floating-ui|react-dialog|react-positioning|\/zod\/|stylis/.test(path)),
  ).toEqual([]);
});

test('every part that is fetched later is 70 kB at most, with all that it needs', () => {
  const parts = Object.entries(bundle.parts);

  expect(parts.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'kudos/GiveKudos.tsx',
      'kudos/KudosMenu.tsx',
      'settings/SettingsPage.tsx',
      'app/ConfigPage.tsx',
    ]),
  );
  expect(parts.filter(([, { gzip }]) => gzip > 70)).toEqual([]);
});

test('the page names everything that the first screen needs, so that it is fetched at once', () => {
  for (const file of bundle.firstScreen.files) expect(page()).toContain(`/tab/${file}`);
});

test('what speaks to Teams and asks for the first data waits for nothing else', () => {
  const script = /src="\/tab\/(assets\/[^"]+)"/.exec(page())![1]!;

  expect(bundle.modulesOf(script).filter((path) => /\/react(-dom)?\//.test(path))).toEqual([]);
  expect(readFileSync(join(folder, script), 'utf8')).not.toMatch(/^import|;import[{*"]/);
});

test('the page runs no script of its own, and its styles carry the nonce of the policy', () => {
  expect(page()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page()).toMatch(/<style nonce="__NONCE__">/);
  expect(page()).toContain('<meta name="csp-nonce" content="__NONCE__"');
});

test('every asset has its name from its content, and lies there compressed', () => {
  const assets = readdirSync(join(folder, 'assets')).filter((file) => /\.(js|css)$/.test(file));

  for (const file of assets) {
    expect(file).toMatch(/-[\w-]{8}\.(js|css)$/);
    expect(existsSync(join(folder, 'assets', `${file}.br`))).toBe(true);
    expect(existsSync(join(folder, 'assets', `${file}.gz`))).toBe(true);
  }
});

test('no sentence has to be parsed in the browser', () => {
  const assets = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));
  const all = assets.map((file) => readFileSync(join(folder, 'assets', file), 'utf8')).join('');

  expect(all).toContain('Nobody has been thanked here yet');
  expect(all).not.toMatch(/, plural, one \{/);
});
