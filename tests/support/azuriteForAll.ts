/* Before all test files of a run: one table service, in the process that starts them. Each file has tables of its own in it. */
import { ownAzurite } from './tableService.ts';

const whenAllIsDone = Symbol.for('azuriteForAll.stop');
type Kept = { [whenAllIsDone]?: () => Promise<void> };

export default async function setUp(): Promise<void> {
  const { connectionString, stop } = await ownAzurite();
  process.env.AZURITE_FOR_ALL = connectionString;
  (globalThis as Kept)[whenAllIsDone] = stop;
}

export const stopForAll = () => (globalThis as Kept)[whenAllIsDone]?.();
