import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

/**
 * The page starts with a small module that speaks to Teams; what draws the first screen comes as a part of its own. This tells
 * the browser to fetch both at once, and writes down which modules are in which file, for the tests that guard the budget.
 */
export function firstScreen(part: string): Plugin {
  let base = '/';
  return {
    name: 'first-screen',
    apply: 'build',
    configResolved: (config) => void (base = config.base),
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const entry = chunks.find((chunk) => chunk.isEntry);
        const first = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(part));
        if (!entry || !first) throw new Error(`${part} is not a part of its own.`);
        const known = new Set([entry.fileName, ...entry.imports]);
        return [first.fileName, ...first.imports].filter((file) => !known.has(file)).map(preload);
      },
    },
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle)
        .filter((file): file is Rollup.OutputChunk => file.type === 'chunk')
        .map((chunk) => [chunk.fileName, Object.keys(chunk.modules)]);
      const source = JSON.stringify(Object.fromEntries(modules));
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source });
    },
  };

  function preload(file: string): HtmlTagDescriptor {
    return { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: base + file }, injectTo: 'head' };
  }
}
