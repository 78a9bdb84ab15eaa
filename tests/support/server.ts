/* The real service over real HTTP, on real storage and with tokens that a (fake) Entra signed. Only Teams is played: rosters are what a test says. */
import type { KudosMessenger } from '../../bot/app/kudosPorts.ts';
import type { Log, RosterSource } from '../../bot/app/ports.ts';
import { Away } from '../../bot/app/ports.ts';
import { createBackground } from '../../bot/background.ts';
import { useCasesIn } from '../../bot/useCases.ts';
import type { TeamId, TeamRef, TenantId } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import type { Member, TeamKind } from '../../bot/domain/team.ts';
import { createTokenVerifier, personHash } from '../../bot/http/auth.ts';
import { createCursors } from '../../bot/http/cursor.ts';
import { entraKeys } from '../../bot/http/entraKeys.ts';
import { createReadiness } from '../../bot/http/readiness.ts';
import { createServer, type ServerParts } from '../../bot/http/server.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { freshTable, startAzurite } from './azurite.ts';
import { aMember, aRef, contoso } from './builders.ts';
import { type Entra, startEntra } from './fakeEntra.ts';
import { createStillTimer, createEar, nobodysVoice } from './timers.ts';

export const clientId = '55555555-5555-4555-8555-555555555555';
export const fabrikam = '99999999-9999-4999-8999-999999999999' as TenantId;

export type Service = {
  readonly url: string;
  readonly storage: Storage;
  readonly entra: Entra;
  /** A team where the app is installed, and who is in it now. Names are members; the first one is its owner. */
  haveTeam(
    members: readonly (Member | string)[],
    of?: Partial<TeamRef> & { name?: string; kind?: TeamKind; values?: string[] },
  ): Promise<TeamRef>;
  /** From now on these are in it, and Teams has told us so. */
  setRoster(ref: TeamRef, members: readonly (Member | string)[]): Promise<void>;
  /** Teams does not answer for a while. */
  setTeamsAway(away: boolean): void;
  tokenFor(person: Member | string): Promise<string>;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** What the bot posted, in order. */
  readonly posted: readonly Kudos[];
  /** Facts of everything that was logged. */
  readonly logged: readonly { readonly level: string; readonly facts: object; readonly message: string }[];
  /** Waits for what goes on after an answer was given. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type CallOptions = {
  readonly as?: Member | string;
  readonly body?: unknown;
  readonly version?: string | null;
  readonly headers?: Record<string, string>;
};

export type Answer = {
  readonly status: number;
  // A test knows what it asked for; whether it got that is what it checks.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
  readonly version: string | null;
};

export type ServiceOptions = Partial<
  Pick<ServerParts, 'receiver' | 'readiness' | 'setup' | 'tab' | 'isHttps' | 'openRoutes' | 'onlyHosts'>
> & {
  readonly connectionString?: string;
  readonly tableName?: string;
  readonly port?: number;
  readonly tenantIds?: readonly TenantId[];
  readonly clock?: () => Date;
  readonly cursorSecret?: string;
};

export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const azurite = options.connectionString ? null : await startAzurite();
  const connectionString = options.connectionString ?? azurite!.connectionString;
  const storage = await openStorage({ connectionString }, options.tableName ?? freshTable());
  const entra = await startEntra(clientId);

  const rosters = new Map<TeamId, Member[]>();
  let isTeamsAway = false;
  const rosterSource: RosterSource = {
    async membersOf({ team }) {
      if (isTeamsAway) throw new Away('Teams');
      return rosters.get(team.id) ?? null;
    },
  };
  const posted: Kudos[] = [];
  const messenger: KudosMessenger = {
    async post(_record, kudos) {
      posted.push(kudos);
      return [`post-of-${kudos.id}`];
    },
    async update() {},
    async withdraw() {
      return true;
    },
  };
  const logged: { level: string; facts: object; message: string }[] = [];
  const note = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') };

  const background = createBackground(log);
  const clock = options.clock ?? (() => new Date());
  const secret = options.cursorSecret ?? 'a secret of these tests';
  const useCases = useCasesIn({
    storage,
    rosters: rosterSource,
    messenger,
    hourMessenger: nobodysVoice,
    personMessenger: createEar(),
    timer: createStillTimer(),
    clock,
    background: background.run,
    log,
    secret,
  });
  const server = createServer({
    useCases,
    verifyToken: createTokenVerifier({
      clientId,
      tenantIds: options.tenantIds ?? [contoso, fabrikam],
      keysOf: entraKeys(entra.authority),
    }),
    cursors: createCursors(secret),
    hashOf: personHash(secret),
    receiver: options.receiver ?? (async ({ authorization }) => ({ status: authorization ? 200 : 401 })),
    readiness: options.readiness ?? createReadiness({ storage: storage.ping }, log),
    setup: options.setup ?? {
      parts: { tables: { value: 'azurite', look: storage.house.probe } },
      identity: null,
      heardAt: storage.house.lastHeard,
    },
    tab: options.tab ?? {
      folder: `${process.cwd()}/dist/tab`,
      localHost: null,
      setupLink: 'https://teams.microsoft.com/',
    },
    isHttps: options.isHttps ?? false,
    ...(options.openRoutes ? { openRoutes: options.openRoutes } : {}),
    ...(options.onlyHosts ? { onlyHosts: options.onlyHosts } : {}),
    log,
  });
  const url = await server.listen({ port: options.port ?? 0, host: '127.0.0.1' });

  const memberOf = (person: Member | string) => (typeof person === 'string' ? aMember(person) : person);
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (person: Member | string) => {
    const { id, tenantId, name } = memberOf(person);
    const token = tokens.get(tenantId + id) ?? entra.sign(entra.claims({ oid: id, tid: tenantId, name }));
    tokens.set(tenantId + id, token);
    return token;
  };

  return {
    url,
    storage,
    entra,
    posted,
    logged,
    tokenFor,
    async haveTeam(members, { name = 'Studio', kind = 'team', values = [], ...of } = {}) {
      const ref = aRef(of);
      const all = members.map((member, at) =>
        typeof member === 'string' ? aMember(member, { owner: at === 0 }) : member,
      );
      rosters.set(ref.teamId, all);
      await storage.teams.install(ref, { kind, name, address: 'nowhere' });
      if (values.length > 0) {
        const { version } = (await storage.teams.find(ref))!;
        await storage.teams.saveValues(ref, values, version);
      }
      return ref;
    },
    async setRoster(ref, members) {
      const now = members.map(memberOf);
      const left = (rosters.get(ref.teamId) ?? []).filter(({ id }) => now.every((member) => member.id !== id));
      rosters.set(ref.teamId, now);
      await useCases.team.rosterChanged(
        ref,
        [],
        left.map(({ id }) => id),
      );
    },
    setTeamsAway: (away) => void (isTeamsAway = away),
    async call(method, path, { as, body, version, headers = {} } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(as ? { authorization: `Bearer ${await tokenFor(as)}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version ? { 'if-match': version } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: isJson ? JSON.parse(text) : text,
        headers: response.headers,
        version: response.headers.get('etag'),
      };
    },
    settled: background.drain,
    async stop() {
      await server.close();
      await background.drain();
      await Promise.all([azurite?.stop(), entra.stop()]);
    },
  };
}
