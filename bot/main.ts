import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isCommand, runCommand } from './commands.ts';
import { compose, deployedParts } from './compose.ts';
import { readSettings } from './settings.ts';

// Built, the tab lies beside or inside of the service's folder; run from source, in dist.
const places = ['../tab', './tab', '../dist/tab'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
const tabFolder = places.find((place) => existsSync(`${place}/index.html`)) ?? places.at(-1)!;
// With the moment in which it only leaves, it ends before anybody loses patience with it.
const patienceInMs = 24_000;

async function run(): Promise<void> {
  const args = process.argv.slice(2);
  const settings = readSettings(process.env, args);
  if (isCommand(args[0])) process.exit(await runCommand(args, settings, (line) => process.stdout.write(`${line}\n`)));
  // Loaded only here: production has no local world, and a build does not contain one.
  const local =
    settings.mode === 'local' ? await (await import('./local/world.ts')).openLocalWorld(settings, tabFolder) : null;
  const parts = settings.mode === 'local' ? local!.parts : await deployedParts(settings, tabFolder);
  const house = compose(parts);

  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= close().then(() => process.exit(0)));
  async function close() {
    // A request that never ends must not keep the process from ending.
    setTimeout(() => process.exit(1), patienceInMs).unref();
    await house.stop();
    await local?.close();
  }
  // Something that nobody waited for must not take down what everybody else waits for.
  process.on('unhandledRejection', (err) => parts.log.error({ err }, 'Nobody waited for this'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  local?.whenNpmEnds(() => void stop());

  await house.start().catch(async (trouble: unknown) => {
    await local?.close();
    throw trouble;
  });
  await local?.opened();
}

run().catch((trouble: NodeJS.ErrnoException) => {
  const { code, name, message, stack } = trouble;
  if (code === 'EADDRINUSE') console.error(`Something else is listening there (${message}). Stop it, or set PORT.`);
  else console.error(['MissingSettings', 'CannotStart'].includes(name) ? message : stack);
  process.exit(1);
});
