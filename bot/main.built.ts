import { existsSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/*
 * How a built service starts: dist/service/main.js. Most of a start is V8 reading the bundle, so the build keeps what it made of
 * it beside it. That is good for the same Node only; another one keeps its own where it can, and is slower once.
 */
const folder = dirname(fileURLToPath(import.meta.url));
const file = `${folder}/service.cjs`;
const kept = `${folder}/service-${process.version}-${process.arch}.cache`;
const require = module.createRequire(file);

if (existsSync(kept)) {
  // Nothing but ASCII, as the build sees to; read as such, it is the shorter kind of text for V8.
  const source = `(function(exports,require,module,__filename,__dirname){${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(source, { filename: file, cachedData: readFileSync(kept) });
  script.runInThisContext()({}, require, { exports: {} }, file, folder);
} else {
  // From Node 22 on.
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  require(file);
}
