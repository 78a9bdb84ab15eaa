/* What a browser downloads of the built tab: for the first screen, and on top of that for each part that is fetched later. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

type Chunk = {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

/** In kB of 1000 bytes. */
export type Download = { readonly files: readonly string[]; readonly gzip: number; readonly brotli: number };

export type TabBundle = {
  /** Everything that has to be there before the wall shows, the part that speaks to Teams included. */
  readonly firstScreen: Download;
  /** What each part adds when it is opened, by its source, with the files that it shares with others. */
  readonly parts: Readonly<Record<string, Download>>;
  /** The modules in a file, by their path. */
  modulesOf(file: string): readonly string[];
};

const fluentRoom = ['ui/FluentRoom.tsx', 'ui/themes/light.ts'];

export function readTabBundle(folder: string): TabBundle {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const manifest = JSON.parse(read('.vite/manifest.json')) as Manifest;
  const modules = JSON.parse(read('.vite/modules.json')) as Record<string, string[]>;

  const withImports = (key: string, found = new Set<string>()): Set<string> => {
    if (found.has(key)) return found;
    found.add(key);
    manifest[key]?.imports?.forEach((next) => withImports(next, found));
    return found;
  };
  const download = (keys: Iterable<string>): Download => {
    const files = [...new Set([...keys].map((key) => manifest[key]!.file))];
    const bytes = files.map((file) => readFileSync(join(folder, file)));
    const inKB = (size: (of: Buffer) => number) => bytes.reduce((sum, of) => sum + size(of), 0) / 1000;
    return {
      files,
      gzip: inKB((of) => gzipSync(of, { level: 9 }).length),
      brotli: inKB((of) => brotliCompressSync(of).length),
    };
  };

  // The page says what it starts with; what that imports comes along.
  const named = [...read('index.html').matchAll(/(?:src|href)="\/tab\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file);
  const keyOf = (file: string | undefined) => Object.keys(manifest).find((key) => manifest[key]!.file === file)!;
  const first = new Set(named.map(keyOf).flatMap((key) => [...withImports(key)]));
  const later = new Set(
    Object.values(manifest)
      .flatMap(({ dynamicImports = [] }) => dynamicImports)
      .filter((key) => !first.has(key)),
  );
  /** There already when a part is asked for: what asks for it, whoever does. */
  const thereBefore = (key: string): ReadonlySet<string> => {
    const asking = Object.keys(manifest).filter((one) => manifest[one]!.dynamicImports?.includes(key));
    const there = asking.map((one) => withImports(one));
    return new Set([...first, ...[...(there[0] ?? [])].filter((one) => there.every((each) => each.has(one)))]);
  };
  const parts = [...later].map((key) => {
    const before = thereBefore(key);
    const keys = [...withImports(key)];
    // What is made of Fluent's bigger components needs the room that they live in, with a theme.
    const isFluent = keys.some((one) => modules[manifest[one]!.file]?.some((path) => /\/tabster\//.test(path)));
    const needed = isFluent ? [key, ...fluentRoom] : [key];
    return [key, download(needed.flatMap((one) => [...withImports(one)]).filter((one) => !before.has(one)))] as const;
  });

  return {
    firstScreen: download(first),
    parts: Object.fromEntries(parts),
    modulesOf: (file) => modules[file] ?? [],
  };
}
