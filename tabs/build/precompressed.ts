import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Every asset lies beside its `.br` and `.gz`: the service never compresses the same bytes twice. */
export function precompressed(): Plugin {
  let folder = '';
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (folder = join(config.build.outDir, config.build.assetsDir)),
    async closeBundle() {
      const files = await readdir(folder).catch(() => []); // No folder: the build failed before, and has said why.
      await Promise.all(
        files.filter((file) => /\.(js|css|svg|json)$/.test(file)).map((file) => compress(join(folder, file))),
      );
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await Promise.all([
    asBrotli(bytes, brotli).then((small) => writeFile(`${path}.br`, small)),
    asGzip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}
