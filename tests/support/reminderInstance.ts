import { setTimeout as sleep } from 'node:timers/promises';
import type { HourMessenger, ReminderStore } from '../../bot/app/reminderPorts.ts';
import { createBackground } from '../../bot/background.ts';
import { useCasesIn } from '../../bot/useCases.ts';
import type { TenantId } from '../../bot/domain/ids.ts';
import { linksBy } from '../../bot/links.ts';
import { createLoop } from '../../bot/reminders/loop.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { connectToTeams } from '../../bot/teams/connection.ts';

/* One instance of the service as far as reminders go, in a process of its own, for tests that kill it. Everything in it is real. */

export type InstanceOptions = {
  readonly connectionString: string;
  readonly table: string;
  readonly tenant: TenantId;
  readonly leaseInMs: number;
  /** Where it ends itself, as kill -9 would, the first time that it gets there; `null`: nowhere. */
  readonly diesAt: 'claimed' | 'sending' | 'posted' | null;
  /** How much later it is than everybody thinks. */
  readonly aheadInMs: number;
};

const options = JSON.parse(process.argv[2]!) as InstanceOptions;
const clock = () => new Date(Date.now() + options.aheadInMs);
const line = (level: string) => (facts: object, message: string) => {
  if (level !== 'info') process.stdout.write(`${level} ${message} ${JSON.stringify(facts).slice(0, 300)}\n`);
};
const log = { info: line('info'), warn: line('warn'), error: line('error') };

const storage = await openStorage({ connectionString: options.connectionString }, options.table);
const teams = connectToTeams({
  bot: null,
  serviceHosts: [],
  openIdMetadataUrl: '',
  allowedTenants: [options.tenant],
  appUrl: 'https://people-hour.test',
  links: linksBy((page) => `https://teams.test/tab/${encodeURIComponent(page)}`),
  log,
});
const background = createBackground(log);
const die = () => process.kill(process.pid, 'SIGKILL');

/** Ends where it is told to, when that was written down. */
const reminders: ReminderStore = {
  ...storage.reminders,
  async claim(ref, said) {
    const version = await storage.reminders.claim(ref, said);
    if (version && options.diesAt === 'claimed') die();
    return version;
  },
  async turn(ref, said, before) {
    const version = await storage.reminders.turn(ref, said, before);
    if (said.state === 'sending' && options.diesAt === 'sending') die();
    return version;
  },
};
const hourMessenger: HourMessenger = {
  ...teams.hourMessenger,
  async say(...what) {
    const outcome = await teams.hourMessenger.say(...what);
    if (options.diesAt === 'posted') die();
    return outcome;
  },
};

const useCases = useCasesIn({
  storage: { ...storage, reminders },
  rosters: teams.rosters,
  messenger: teams.messenger,
  hourMessenger,
  personMessenger: teams.personMessenger,
  timer: storage.timer,
  clock,
  background: background.run,
  leaseInMs: options.leaseInMs,
  secret: 'of these tests',
  log,
});
const loop = createLoop({
  work: storage.work,
  ...useCases.ticks,
  clock,
  log,
  rhythm: { hiddenForInSeconds: Math.ceil(options.leaseInMs / 1000), longestWaitInMs: 500 },
});
loop.start();
process.stdout.write('started\n');
process.on('SIGTERM', () => void loop.stop().then(() => process.exit(0)));
await sleep(2 ** 31 - 1);
