import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { NotFound } from '../app/ports.ts';
import { tabPaths } from '../contract/paths.ts';
import type { OpenRoute } from './openRoute.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Smallest first. The build has written them beside each file; what is missing was not worth it. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** The files of the built tab. Their names change with their content, so whoever has one never asks again. */
export function assetRoute(tabFolder: string): OpenRoute {
  return {
    method: 'GET',
    path: `${tabPaths.root}/assets/:file`,
    async answer({ params, headers }) {
      const file = params.file ?? '';
      const type = types[extname(file)];
      if (!type || !/^[\w-][\w.-]*$/.test(file)) throw new NotFound();
      const path = join(tabFolder, 'assets', file);
      const accepted = String(headers['accept-encoding'] ?? '').toLowerCase();
      const plain = {
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      };
      for (const { name, ending } of encodings) {
        const body = accepts(accepted, name) && (await contentOf(path + ending));
        if (body) return { status: 200, headers: { ...plain, 'content-encoding': name }, body };
      }
      const body = await contentOf(path);
      if (!body) throw new NotFound();
      return { status: 200, headers: plain, body };
    },
  };
}

const accepts = (header: string, encoding: string) =>
  header.split(',').some((part) => part.split(';')[0]!.trim() === encoding && !/;\s*q=0(\.0*)?\s*$/.test(part));

/** `null` when there is no such file; it may also be gone since the page that names it was loaded. */
async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
