import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

/**
 * The page starts with a small module that speaks to Teams; what draws the first screen comes as a part of its own. This tells
 * the browser to fetch both at once, knows which modules that are, and writes down what is in which file, for the tests that
 * guard the budget.
 */
export function firstScreen(part: string): Plugin & { speaks(id: string): boolean; draws(id: string): boolean } {
  let speaking: ReadonlySet<string> = new Set();
  let drawing: ReadonlySet<string> = new Set();
  let base = '/';
  return {
    name: 'first-screen',
    apply: 'build',
    speaks: (id) => speaking.has(id),
    draws: (id) => drawing.has(id) && !speaking.has(id),
    configResolved: (config) => void (base = config.base),
    buildEnd() {
      const all = [...this.getModuleIds()];
      const entries = all.filter((id) => this.getModuleInfo(id)?.isEntry);
      // Of our dependencies this would follow whole libraries, used or not; of ours it is exact.
      const importsOf = (id: string) => (isOurs(id) ? (this.getModuleInfo(id)?.importedIds ?? []) : []);
      // Entry and part stay files of their own, to be asked for by name.
      speaking = reachable(entries, importsOf, (id) => !entries.includes(id));
      drawing = reachable(
        all.filter((id) => id.endsWith(part)),
        importsOf,
        (id) => !id.endsWith(part) && (isOurs(id) || isIcon(id)),
      );
    },
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
      const inFiles = Object.values(bundle)
        .filter((file): file is Rollup.OutputChunk => file.type === 'chunk')
        .map((chunk) => [chunk.fileName, Object.keys(chunk.modules)]);
      const source = JSON.stringify(Object.fromEntries(inFiles));
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source });
    },
  };

  function preload(file: string): HtmlTagDescriptor {
    return { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: base + file }, injectTo: 'head' };
  }
}

const isOurs = (id: string) => !id.includes('/node_modules/');
const isIcon = (id: string) => id.includes('/headless-svg/');

function reachable(
  from: readonly string[],
  importsOf: (id: string) => readonly string[],
  counts: (id: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    importsOf(id).forEach(visit);
  };
  from.forEach(visit);
  return new Set([...found].filter(counts));
}
