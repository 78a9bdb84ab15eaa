import type { Plugin } from 'vite';

/**
 * What a tab never uses but would download, taken out of our dependencies at build. Each says what it is; when an update of
 * a dependency moves it, the build stops here instead of growing silently.
 */
export function leaner(): Plugin {
  const met = new Set<string>();
  return {
    name: 'leaner',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const cut = cuts.find(({ file }) => file.test(id));
      if (cut) {
        met.add(cut.what);
        const lean = cut.lean(code);
        if (lean === code) this.error(`${cut.what}: not found in ${id} any more.`);
        return { code: lean, map: null };
      }
      if (!id.includes('/node_modules/') && asksOfReact.test(code))
        this.error(`${id} asks React for what is cut out of it: leave it in (build/leaner.ts).`);
      if (fluent.test(id) && readsTokens.test(code)) return { code: code.replace(token, '"var(--$1)"'), map: null };
      return null;
    },
    generateBundle(_options, bundle) {
      const styles = Object.keys(bundle).filter((file) => file.endsWith('.css'));
      if (styles.length > 0) this.error(`Nothing would load ${styles.join(', ')}: bring back Vite's loader.`);
    },
    buildEnd(trouble) {
      const missed = cuts.filter(({ what }) => !met.has(what));
      if (!trouble && missed.length > 0)
        this.error(`Nothing was cut for: ${missed.map(({ what }) => what).join(', ')}`);
    },
  };
}

const cuts = [
  {
    what: 'the loader that fetches the styles of a part before it (ours come with the script)',
    file: /^\0vite\/preload-helper\.js$/,
    lean: () => 'export const __vitePreload = (load) => load();',
  },
  {
    what: 'the CSS parser that takes over styles rendered by a server (we render none)',
    file: /@griffel\/core\/.*\/rehydrateRendererCache\.js$/,
    lean: () => 'export function rehydrateRendererCache() {}',
  },
  {
    what: 'the debug logger of teams-js (it speaks only when localStorage.debug says so)',
    file: /teams-js\/.*\/internal\/telemetry\.js$/,
    lean: (code: string) =>
      code.replace(
        /import\{b as (\w+)\}from"[^"]*debug[^"]*browser\.js";/,
        'const $1={debug:Object.assign(()=>$1.debug,{extend:()=>$1.debug,formatArgs(){}})};',
      ),
  },
  {
    what: "wouter's stand-in for a hook that React has had since 18",
    file: /\/wouter\/src\/use-sync-external-store\.js$/,
    lean: () => `export { useSyncExternalStore } from 'react';`,
  },
  {
    what: 'view transitions, handles on fragments and orders to preload, in React (nothing here asks for them)',
    file: /\/react-dom-client\.production\.js$/,
    lean: (code: string) =>
      code
        .replace(/^function (\w+)\([^)]*\) \{\n[^]*?^\}/gm, (whole, name: string) =>
          unasked.test(name) ? `function ${name}() {}` : whole,
        )
        .replace(/^FragmentInstance\.prototype\.\w+ = function[^]*?^\};/gm, ''),
  },
];

const unasked = /ViewTransition|^(prefetchDNS|preconnect(As)?|preload(Module)?|preinit(Style|Script|ModuleScript))$/;
const asksOfReact = /\bViewTransition\b|\b(prefetchDNS|preconnect|preload|preinit)(Module)?\(|<Fragment[^>]*\sref=/;

// `tokens.x` is `var(--x)`; written out, the object with its 460 names stays behind.
const fluent = /\/node_modules\/@fluentui\//;
const readsTokens = /import\s*\{[^}]*\btokens\b[^}]*\}\s*from\s*['"]@fluentui\/(tokens|react-theme)['"]/;
const token = /(?<![.\w'"/])tokens\.([a-zA-Z]\w*)\b/g;
