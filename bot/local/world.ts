import { dirname, join, resolve } from 'node:path';
import type { Parts } from '../compose.ts';
import { setupPage } from '../contract/subPage.ts';
import { linksBy } from '../links.ts';
import { createLog } from '../log.ts';
import type { LocalSettings } from '../settings.ts';
import { openStorage } from '../storage/storage.ts';
import { startAzurite } from './azurite.ts';
import { buildTab } from './builtTab.ts';
import { claim } from './claim.ts';
import { makeDemo } from './demo.ts';
import { createLocalIdentity } from './identity.ts';
import { localMembers, localPeople, localTenant, studio, studioRef } from './people.ts';
import { startPlayground } from './playground.ts';
import { startScreen } from './screen.ts';
import { windowRoutes } from './window.ts';

/** What surrounds the house on one machine: storage, sign-in and Teams, as far as a developer needs them. */
export type LocalWorld = {
  readonly parts: Parts;
  /** The house is open: let the Playground in, and say where everything is. */
  opened(): Promise<void>;
  close(): Promise<void>;
  /** Calls when `npm start` was ended from outside: npm goes, and leaves behind what it started. */
  whenNpmEnds(stop: () => void): void;
};

/** Something that whoever started it can put right; shown without a stack. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** Storage alone, for a command, while nothing else runs there. */
export async function openLocalStorage(settings: LocalSettings) {
  if (settings.storageConnectionString)
    return { address: { connectionString: settings.storageConnectionString }, close: async () => undefined };
  const claimed = await claimOrStop(resolve(settings.dataDir));
  const { connectionString, stop } = await startAzurite(join(resolve(settings.dataDir), 'azurite'));
  return {
    address: { connectionString },
    async close() {
      await stop();
      await claimed.release();
    },
  };
}

async function claimOrStop(dataFolder: string) {
  const claimed = await claim(dataFolder);
  if (claimed) return claimed;
  throw new CannotStart(`Another People Hour is running with the data in ${dataFolder}. Stop it, or set DATA_DIR.`);
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

export async function openLocalWorld(settings: LocalSettings, tabFolder: string): Promise<LocalWorld> {
  const dataFolder = resolve(settings.dataDir);
  const claimed = await claimOrStop(dataFolder);
  const url = `http://localhost:${settings.port}`;
  const repository = dirname(dirname(tabFolder));

  const [tabTrouble, azurite, identity] = await Promise.all([
    buildTab(repository, tabFolder),
    settings.storageConnectionString ? null : startAzurite(join(dataFolder, 'azurite')),
    createLocalIdentity(),
  ]);
  const storage = await openStorage({
    connectionString: settings.storageConnectionString ?? azurite!.connectionString,
  });
  const log = createLog(settings.logLevel);
  if (settings.demo) {
    await makeDemo(storage, new Date());
    // As after every change of a team's hour.
    await storage.timer.announce({ ref: studioRef, person: null }, new Date());
  }

  let playground: Awaited<ReturnType<typeof startPlayground>> | null = null;
  return {
    parts: {
      // Both addresses of this machine, and no other.
      listen: { port: settings.port, host: 'localhost' },
      storage,
      teams: {
        bot: null,
        serviceHosts: [],
        openIdMetadataUrl: '',
        allowedTenants: [localTenant],
        appUrl: url,
        links: linksBy((page) => `${url}/local?page=${encodeURIComponent(page)}`),
      },
      rosters: (teams) => ({
        // The Playground knows no owners; everywhere but in the demo's team it is Teams.
        membersOf: async (record) => (record.team.id === studio.id ? localMembers() : teams.membersOf(record)),
      }),
      tokens: identity.rules,
      // Seals nothing that anybody on this machine could not see; the same after every start, so that an open page goes on.
      cursorSecret: 'of this machine alone',
      checks: { storage: storage.ping },
      setup: {
        parts: {
          address: { value: url, look: async () => undefined },
          tables: { value: 'Azurite', look: storage.house.probe },
        },
        identity: null,
      },
      tab: { folder: tabFolder, localHost: url, setupLink: `${url}/local?page=${setupPage}` },
      isHttps: false,
      openRoutes: windowRoutes({ url, tokenFor: identity.tokenFor }),
      onlyHosts: loopback,
      leavesInMs: 0,
      log,
    },
    async opened() {
      if (settings.playgroundPort !== null)
        playground = await startPlayground(settings.playgroundPort, url, join(dataFolder, 'playground'));
      const people = localPeople.map(({ name, owner }) => (owner ? `${name} (owner)` : name));
      const otherStorage = settings.storageConnectionString !== null;
      process.stdout.write(startScreen({ url, people, dataFolder, otherStorage, playground, tabTrouble }) + '\n');
    },
    async close() {
      if (playground && typeof playground !== 'string') await playground.stop();
      await azurite?.stop();
      await claimed.release();
    },
    whenNpmEnds(stop) {
      if (!process.env.npm_lifecycle_event) return;
      const parent = process.ppid;
      setInterval(() => process.ppid !== parent && stop(), 500).unref();
    },
  };
}
