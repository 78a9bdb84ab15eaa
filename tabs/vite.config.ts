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

const first = firstScreen('app/start.tsx');

// What speaks to Teams, at once; what changes with our dependencies only, and stays in the browser's cache when we release; and
// ours. Left alone, what it shares with the parts that come later would be two dozen crumbs.
const groups = [
  // But a chat and a meeting: those are opened by a press of their own.
  {
    name: 'boot',
    test: (id: string) => first.speaks(id) || /\/teams-js\/(?!.*\/(chat|calendar|deepLink))/.test(id),
    priority: 2,
  },
  {
    name: 'base',
    test: /node_modules\/(react|react-dom|scheduler|@tanstack|wouter|regexparam|@griffel|@emotion|@fluentui\/react-icons\/lib\/(headless|contexts|core|utils\/constants))\b/,
  },
  { name: 'screen', test: (id: string) => first.draws(id) },
];

/** One folder, `dist/tab`, that the service hands out as it is: hashed, immutable, compressed beforehand. */
export default defineConfig(({ command }) => {
  // What is built is what people get, whoever builds it: test runners set an environment of their own.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: here('.'),
    base: '/tab/',
    plugins: [
      react(),
      messages(),
      themes(here('.')),
      leaner(),
      // Styles become plain class names at build, so that their compiler stays out of the download.
      command === 'build' && griffel({ include: [here('.') + '**/*.{ts,tsx}'] }),
      first,
      precompressed(),
    ],
    build: {
      outDir: here('../dist/tab'),
      emptyOutDir: true,
      manifest: true,
      target: ['es2022', 'safari16.4'],
      // Our few lines of CSS are plain; nothing in them needs a stand-in for older browsers.
      cssTarget: 'esnext',
      modulePreload: false,
      // A small file inlined as data: would be one that the Content-Security-Policy has to allow for.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { codeSplitting: { groups } } },
      // The budgets are checked by a test, per screen; this limit speaks of single files.
      chunkSizeWarningLimit: 1000,
    },
  };
});
