import { randomUUID } from 'node:crypto';
import { hearing } from './app/heard.ts';
import type { Meter } from './app/meter.ts';
import type { RosterSource } from './app/ports.ts';
import { createBackground } from './background.ts';
import { routes } from './contract/paths.ts';
import { createTokenVerifier, personHash, type TokenRules } from './http/auth.ts';
import { createCursors } from './http/cursor.ts';
import { entraKeys } from './http/entraKeys.ts';
import { type Checks, createReadiness, reach } from './http/readiness.ts';
import { createServer, type ServerParts } from './http/server.ts';
import type { Setup } from './http/setup.ts';
import { linksIntoTeams, setupLinkIntoTeams } from './links.ts';
import { createLog, duringRequest, type FlushableLog } from './log.ts';
import { createNights } from './nights.ts';
import { createLoop } from './reminders/loop.ts';
import type { DeployedSettings } from './settings.ts';
import { patience } from './storage/connect.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import { connectToTeams, type TeamsOptions } from './teams/connection.ts';
import { createReceiver } from './teams/receive.ts';
import { createTelemetry, noTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { useCasesIn } from './useCases.ts';

/** What a house is put together from; a deployment and the local world differ in this and in nothing else. */
export type Parts = Pick<ServerParts, 'tab' | 'isHttps' | 'openRoutes' | 'onlyHosts'> & {
  readonly listen: { readonly port: number; readonly host: string };
  readonly storage: Storage;
  readonly teams: Omit<TeamsOptions, 'log'>;
  /** Who is in, when that is not for Teams alone to say. */
  readonly rosters?: (teams: RosterSource) => RosterSource;
  readonly tokens: TokenRules;
  readonly cursorSecret: string;
  readonly checks: Checks;
  /** What an administrator is shown besides the bot, which is inspected where it is made. */
  readonly setup: Pick<Setup, 'parts' | 'identity'>;
  /** How long it answers on after it was asked to stop, so that whoever balances the load can see it and send people elsewhere. */
  readonly leavesInMs: number;
  readonly log: FlushableLog;
  readonly telemetry?: Telemetry;
};

export type House = { start(): Promise<{ url: string }>; stop(): Promise<void> };

export async function deployedParts(settings: DeployedSettings, tabFolder: string): Promise<Parts> {
  const { appUrl, sso, bot } = settings;
  const log = createLog(settings.logLevel);
  const telemetry = settings.insights ? createTelemetry(settings.insights, log) : noTelemetry;
  const storage = await openStorage(settings.storage, undefined, patience, telemetry);
  const signInIsThere = () => reach(`${sso.authority}/${sso.tenantIds[0]}/v2.0/.well-known/openid-configuration`);
  const account = accountIn(settings.storage);
  return {
    listen: { port: settings.port, host: '0.0.0.0' },
    storage,
    teams: {
      bot,
      serviceHosts: bot.serviceHosts,
      openIdMetadataUrl: bot.openIdMetadataUrl,
      allowedTenants: sso.tenantIds,
      appUrl,
      links: linksIntoTeams(sso.clientId, appUrl),
    },
    tokens: { clientId: sso.clientId, tenantIds: sso.tenantIds, keysOf: entraKeys(sso.authority) },
    cursorSecret: settings.cursorSecret,
    checks: {
      storage: storage.ping,
      'sign-in': signInIsThere,
      'bot connector': () => reach(bot.openIdMetadataUrl),
    },
    setup: {
      parts: {
        // As people come: from outside, through name, certificate and whatever stands before us.
        address: { value: appUrl, look: () => reach(`${appUrl}${routes.alive}`) },
        signIn: { value: sso.clientId, look: signInIsThere },
        tables: { value: account, look: storage.house.probe },
        queues: { value: account, look: storage.work.depth },
        ...(storage.exports && { exports: { value: account, look: storage.exports.probe } }),
      },
      identity: 'accountName' in settings.storage && bot.type === 'UserAssignedMSI' ? bot.id : null,
    },
    tab: { folder: tabFolder, localHost: null, setupLink: setupLinkIntoTeams(sso.clientId, appUrl) },
    isHttps: appUrl.startsWith('https:'),
    leavesInMs: 3_000,
    log,
    telemetry,
  };
}

/** The name alone: a connection string has the key beside it. */
function accountIn(storage: DeployedSettings['storage']): string {
  if ('accountName' in storage) return storage.accountName;
  return /AccountName=([^;]+)/i.exec(storage.connectionString)?.[1] ?? '';
}

/** The only place where adapters meet ports. */
export function compose(parts: Parts): House {
  const { storage, log, telemetry = noTelemetry } = parts;
  const background = createBackground(log);
  const clock = () => new Date();
  let isLeaving = false;
  const teams = connectToTeams({ ...parts.teams, log, meter: telemetry });
  const useCases = useCasesIn({
    storage,
    rosters: parts.rosters?.(teams.rosters) ?? teams.rosters,
    messenger: teams.messenger,
    hourMessenger: teams.hourMessenger,
    personMessenger: teams.personMessenger,
    timer: storage.timer,
    clock,
    background: background.run,
    log,
    meter: telemetry,
    secret: parts.cursorSecret,
  });
  // Who is to be erased is gone before the night's export is made.
  const nights = createNights({ erase: useCases.dataRights.nightly, export: useCases.exports.nightly }, log);
  const loop = createLoop({ work: storage.work, ...useCases.ticks, clock, log, asOne });
  const receive = createReceiver(teams, useCases, telemetry);
  const heardFromTeams = hearing({ house: storage.house, clock, background: background.run });
  const server = createServer({
    ...parts,
    useCases,
    verifyToken: createTokenVerifier(parts.tokens),
    cursors: createCursors(parts.cursorSecret),
    hashOf: personHash(parts.cursorSecret),
    async receiver(request) {
      const answer = await receive(request);
      if (answer.status < 400) heardFromTeams();
      return answer;
    },
    readiness: createReadiness(parts.checks, log),
    setup: { ...withBot(parts, teams.sign), heardAt: storage.house.lastHeard },
    isLeaving: () => isLeaving,
    meter: telemetry,
  });
  watchTimedWork(telemetry, storage, useCases);

  return {
    async start() {
      const url = await server.listen(parts.listen);
      nights.start();
      log.info({ url }, 'Listening');
      loop.start();
      telemetry.start();
      return { url };
    },
    /** Whoever was being answered gets their answer, and what was promised meanwhile is done. */
    async stop() {
      isLeaving = true;
      const looped = loop.stop();
      await new Promise((resolve) => setTimeout(resolve, parts.leavesInMs));
      await server.close();
      await Promise.all([looped, nights.stop()]);
      await background.drain();
      await telemetry.stop();
      log.flush();
    },
  };
}

/** Nobody asked for what comes in its time, and so its lines have an id of their own. */
const asOne = <Result>(work: () => Result): Result => duringRequest(randomUUID(), work);

/** What nobody's request would tell: how much waits, and how old the last export is, which changes by the hour. */
function watchTimedWork(meter: Meter, storage: Storage, { exports }: ReturnType<typeof useCasesIn>): void {
  let age: { hours: number | null; seenAt: number } | null = null;
  meter.watch(async () => {
    const { waiting, setAside } = await storage.work.depth();
    return { 'queue.waiting': waiting, 'queue.setAside': setAside };
  });
  meter.watch(async () => {
    const now = Date.now();
    if (!age || now - age.seenAt > 3600_000) age = { hours: await exports.ageInHours(), seenAt: now };
    return age.hours === null ? {} : { 'export.age': age.hours + (now - age.seenAt) / 3600_000 };
  });
}

/** In the local world the bot is known to nobody, and needs not be. */
function withBot({ setup, teams: { bot, openIdMetadataUrl } }: Parts, sign: () => Promise<void>): Parts['setup'] {
  if (!bot) return setup;
  const look = () => Promise.all([reach(openIdMetadataUrl), sign()]);
  return { ...setup, parts: { ...setup.parts, bot: { value: bot.id, look } } };
}
