/* Before all test files of a run: the tab is built, so that no world waits for that when it starts. */
import { join } from 'node:path';
import { buildTab } from '../../bot/local/builtTab.ts';

export default async function setUp(): Promise<void> {
  const trouble = await buildTab(process.cwd(), join(process.cwd(), 'dist/tab'));
  if (trouble) throw new Error(trouble);
}
