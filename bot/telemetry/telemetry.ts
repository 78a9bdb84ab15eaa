import { type Level, type Look, type Meter, unmetered } from '../app/meter.ts';
import type { Log } from '../app/ports.ts';

/** A meter whose numbers go somewhere. */
export type Telemetry = Meter & {
  /** Loads what sends them. Nobody waits for it; what is measured before is not sent. */
  start(): void;
  /** Sends what was not sent yet, for as long as a stop can wait. */
  stop(): Promise<void>;
};

export const noTelemetry: Telemetry = { ...unmetered, start() {}, async stop() {} };

export type Sender = Pick<Meter, 'record'> & { close(): Promise<void> };

/** Towards Application Insights. Its libraries are loaded only here, and only once people can be served. */
export function createTelemetry(connectionString: string, log: Log): Telemetry {
  const looks: Look[] = [];
  let opening: Promise<void> | undefined;
  let sender: Sender | null = null;

  async function open() {
    const { openAzureMonitor } = await import('./azureMonitor.ts');
    sender = openAzureMonitor(connectionString, () => levelsNow(looks, log));
  }

  return {
    record: (name, value, labels) => sender?.record(name, value, labels),
    watch: (look) => void looks.push(look),
    start() {
      opening ??= open().catch((err: unknown) => log.warn({ err }, 'Nothing can be sent to Application Insights'));
    },
    async stop() {
      await opening;
      await sender?.close();
    },
  };
}

/** What cannot be seen now is left out; the next minute looks again. */
async function levelsNow(looks: readonly Look[], log: Log): Promise<ReadonlyMap<Level, number>> {
  const seen = new Map<Level, number>();
  for (const look of looks) {
    try {
      for (const [name, value] of Object.entries(await look())) seen.set(name as Level, value);
    } catch (err) {
      log.info({ err }, 'could not be measured');
    }
  }
  return seen;
}
