/* What the house looks like from outside: its rooms, its pages, and that it can be carried anywhere. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { settingNames } from '../bot/settings.ts';
import { filesIn, readText } from './support/files.ts';

test('the top level stays what the map in the README says', () => {
  const rooms = ['bot', 'docs', 'env', 'infra', 'manifest', 'tabs', 'tests'];
  const forTools = [
    '.ci',
    '.github',
    '.gitignore',
    '.npmrc',
    '.prettierignore',
    '.prettierrc.json',
    'eslint.config.js',
  ];
  const forNode = ['jest.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'];
  const forTheToolkit = ['teamsapp.yml', 'teamsapp.local.yml', 'm365agents.yml', 'm365agents.local.yml'];
  const forPeople = ['LICENSE', 'README.md', 'SECURITY.md'];
  const all = [...rooms, ...forTools, ...forNode, ...forTheToolkit, ...forPeople];
  expect(topLevel().filter((name) => !all.includes(name))).toEqual([]);
});

test('what the pages call a setting is one, and every setting is on a page', () => {
  const others = [
    ...[...readText('env/.env.dev').matchAll(/^(\w+)=/gm)].map(([, name]) => name!),
    // Of the local world, of the tests, and of Node.
    'PLAYGROUND_PORT',
    'DATA_DIR',
    'CHROME_PATH',
    'NODE_ENV',
  ];
  const pages = [...readdirSync('.'), ...filesIn('docs'), ...filesIn('infra')].filter((page) => page.endsWith('.md'));
  const named = pages.flatMap((page) =>
    [...readText(page).matchAll(/\b[A-Z]+(?:_[A-Z0-9]+)+\b/g)].map(([name]) => name),
  );

  expect([...new Set(named)].filter((name) => !(name in settingNames) && !others.includes(name))).toEqual([]);
  expect(Object.keys(settingNames).filter((name) => !readText('docs/deploy.md').includes(`\`${name}\``))).toEqual([]);
});

/** What is kept, not what a tool or an editor left behind. */
function topLevel(): string[] {
  try {
    const kept = execFileSync('git', ['ls-files', '--cached'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [...new Set(kept.match(/^[^/\n]+/gm))];
  } catch {
    // A copy without its history, or a machine without git: what lies around there is not ours to judge, but a room is a room.
    const ignored = readText('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && !ignored.includes(name));
  }
}

test('no file knows the machine it was written on, and the lockfile names no registry', () => {
  const files = ['bot', 'tabs', 'tests', 'infra', 'manifest', 'docs', '.github', '.ci'].flatMap((room) =>
    filesIn(room),
  );
  // "../app/" is not the folder "/app", where somebody may have put the house.
  const here = new RegExp(`(?<![\\w.*}])${process.cwd().replace(/\W/g, '\\$&')}/`);

  expect(files.length).toBeGreaterThan(60);
  expect(files.filter((file) => isText(file) && here.test(readText(file)))).toEqual([]);
  expect(readText('package-lock.json')).not.toMatch(/"resolved"/);
});

const isText = (file: string) => !['.png', '.br', '.gz', '.woff2', '.ico'].includes(extname(file));
