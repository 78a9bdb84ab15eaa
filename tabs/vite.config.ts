import griffel from '@griffel/vite-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstScreen } from './build/firstScreen.ts';
import { leaner } from './build/leaner.ts';
import { messages } from './build/messages.ts';
import { precompressed } from './build/precompressed.ts';
import { themes } from './build/themes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One folder, `dist/tab`, that the service hands out as it is: hashed, immutable, compressed beforehand. */
export default defineConfig(({ command }) => ({
  root: here('.'),
  base: '/tab/',
  plugins: [
    react(),
    messages(),
    themes(here('.')),
    leaner(),
    // Styles become plain class names at build, so that their compiler stays out of the download.
    command === 'build' && griffel({ include: [here('.') + '**/*.tsx'] }),
    firstScreen('app/start.tsx'),
    precompressed(),
  ],
  build: {
    outDir: here('../dist/tab'),
    emptyOutDir: true,
    manifest: true,
    target: ['es2022', 'safari16.4'],
    // Our few lines of CSS are plain; nothing in them needs a stand-in for older browsers.
    cssTarget: 'esnext',
    modulePreload: { polyfill: false },
    // A small file inlined as data: would be one that the Content-Security-Policy has to allow for.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What changes with our dependencies only stays in the cache when we release.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /\/node_modules\/(react|react-dom|scheduler|@tanstack|wouter|regexparam|@lingui)\//,
            },
          ],
        },
      },
    },
    // The budgets are checked by a test, per screen; this limit speaks of single files.
    chunkSizeWarningLimit: 1000,
  },
}));
