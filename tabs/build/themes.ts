import * as fluent from '@fluentui/react-components';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const known = { light: fluent.teamsLightTheme, dark: fluent.teamsDarkTheme, contrast: fluent.teamsHighContrastTheme };

/** Fluent's themes are 459 values each; the page starts with those that our own styles name. */
export function themes(folder: string): Plugin {
  return {
    name: 'themes',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/tabs\/ui\/theme\.ts$/ },
      async handler(code) {
        const named = await tokensNamedIn(folder);
        const lean = Object.fromEntries(Object.entries(known).map(([name, theme]) => [name, only(named, theme)]));
        const written = code.replace(
          /(themes\b[^=]*=) \{[^}]*\}/,
          (_all, start: string) => start + JSON.stringify(lean),
        );
        if (written === code) this.error('The themes of ui/theme.ts are not where they were.');
        return { code: written, map: null };
      },
    },
  };
}

async function tokensNamedIn(folder: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.tsx'));
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return new Set(sources.flatMap((source) => [...source.matchAll(/\btokens\.(\w+)/g)].map(([, name]) => name!)));
}

// The colours of faces are chosen when a name is known, so no style names them.
const ofFaces = /^colorPalette\w+(Background|Foreground)2$/;

const only = (named: ReadonlySet<string>, theme: object) =>
  Object.fromEntries(Object.entries(theme).filter(([name]) => named.has(name) || ofFaces.test(name)));
