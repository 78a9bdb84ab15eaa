import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const readText = (path: string): string => readFileSync(path, 'utf8');
export const readJson = (path: string) => JSON.parse(readText(path)) as unknown;

/** Every file below a folder, by its path from here; none when there is no such folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
