import * as fluent from '@fluentui/react-components';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const known = { light: fluent.teamsLightTheme, dark: fluent.teamsDarkTheme, contrast: fluent.teamsHighContrastTheme };

/**
 * Fluent computes its themes from palettes in the browser; the finished values are half as much to send. And the page starts
 * with those of the 459 that our own styles name.
 */
export function themes(folder: string): Plugin {
  return {
    name: 'themes',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/tabs\/ui\/(theme|themes\/\w+)\.ts$/ },
      async handler(code, id) {
        const name = /\/themes\/(\w+)\.ts$/.exec(id)?.[1];
        if (name)
          return { code: `export const theme = ${JSON.stringify(known[name as keyof typeof known])};`, map: null };
        const named = await tokensNamedIn(folder);
        const lean = JSON.stringify(only(named, known.light));
        const written = code.replace(/(lightTokens\b[^=]*=) teamsLightTheme/, (_all, start: string) => start + lean);
        if (written === code) this.error('The first theme of ui/theme.ts is not where it was.');
        return { code: written, map: null };
      },
    },
  };
}

async function tokensNamedIn(folder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return new Set(sources.flatMap((source) => [...source.matchAll(/\btokens\.(\w+)/g)].map(([, name]) => name!)));
}

// The colours of faces are chosen when a name is known, so no style names them.
const ofFaces = /^colorPalette\w+(Background|Foreground)2$/;

const only = (named: ReadonlySet<string>, theme: object) =>
  Object.fromEntries(Object.entries(theme).filter(([name]) => named.has(name) || ofFaces.test(name)));
