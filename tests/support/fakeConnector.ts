import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLimits, type Limits } from './fakeConnectorLimits.ts';

/**
 * A Bot Connector (v3) as Teams runs one, over real HTTP. It knows conversations and who is in them, pages rosters, says 403 where
 * the bot is not installed, and keeps everything that became visible in `posts`: tests judge by what people would see.
 *
 *   const connector = await startFakeConnector();
 *   connector.addConversation({ id: '19:design@thread.tacv2', kind: 'channel', name: 'Design', members: [somebody('Ana')] });
 *   … send activities with `tests/support/teamsWorld.ts` …
 *   connector.posts                         // what stands in which conversation now, and how it got there
 *   connector.calls                         // every request, with its token
 *   connector.next({ method: 'POST' }, { status: 502, accepted: true });   // the next such call fails, after it took effect
 */
export type FakeConnector = {
  /** What activities carry as `serviceUrl`. */
  readonly serviceUrl: string;
  readonly host: string;
  readonly posts: readonly Post[];
  readonly calls: readonly Call[];
  addConversation(conversation: Conversation): void;
  conversation(id: string): Conversation;
  /** How the next matching calls are answered instead. */
  next(which: Which, failure: Failure, times?: number): void;
  /** From now on everything is answered properly again. */
  recover(): void;
  forgetPosts(): void;
  /** Enforce what Teams allows a bot for each thread and tenant. Off unless asked for. */
  limit(on: boolean): void;
  /** Resolves when there are that many posts (or changes of posts). No test waits for a length of time. */
  untilPosts(count: number): Promise<readonly Post[]>;
  until(isSo: () => boolean): Promise<void>;
  stop(): Promise<void>;
};

export type TeamsMember = {
  /** How Teams calls somebody towards this bot. */
  readonly id: string;
  readonly aadObjectId?: string;
  readonly name: string;
  readonly tenantId: string;
  readonly userPrincipalName?: string;
  readonly userRole?: 'owner' | 'user' | 'guest' | 'anonymous' | 'bot';
  /** Said no to messages of this bot. */
  readonly blocksBot?: boolean;
};

export type Conversation = {
  readonly id: string;
  readonly kind: 'channel' | 'groupChat' | 'personal';
  readonly name?: string;
  /** The team of a channel; its own id for the General channel. */
  readonly teamId?: string;
  readonly teamName?: string;
  readonly channelType?: 'standard' | 'private' | 'shared';
  /** Replaced by tests when people come and go. */
  members: TeamsMember[];
  /** Whether the bot may read and write here; true unless said otherwise. */
  hasBot?: boolean;
};

export type Post = {
  readonly conversationId: string;
  readonly activityId: string;
  /** What stands there now; `null` when it was deleted. */
  activity: SentActivity | null;
  /** All that stood there, first to last. */
  readonly versions: SentActivity[];
};

export type SentActivity = {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  readonly entities?: readonly {
    readonly type: string;
    readonly mentioned?: { readonly id: string; readonly name: string };
  }[];
  readonly channelData?: { readonly onBehalfOf?: readonly { readonly mri: string; readonly displayName: string }[] };
};
export type Card = {
  readonly msteams?: {
    readonly entities: readonly { readonly text: string; readonly mentioned: { id: string; name: string } }[];
  };
  readonly type: string;
  readonly version: string;
  readonly body: readonly object[];
  readonly actions?: readonly CardAction[];
};
export type CardAction = {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly data?: unknown;
  readonly url?: string;
};

export type Call = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly at: number;
};

export type Which = { readonly method?: string; readonly path?: RegExp };
/** `accepted`: it took effect, and the answer got lost or turned bad on its way back. */
export type Failure =
  | {
      readonly status: number;
      readonly code?: string;
      readonly headers?: Record<string, string>;
      readonly accepted?: boolean;
    }
  | { readonly kind: 'reset' | 'hang' | 'garbage' | 'drip'; readonly accepted?: boolean };

type Answer = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

export async function startFakeConnector(): Promise<FakeConnector> {
  const conversations = new Map<string, Conversation>();
  const posts: Post[] = [];
  const calls: Call[] = [];
  const scripted: { which: Which; failure: Failure; left: number }[] = [];
  const waiting = new Set<() => void>();
  let limits: Limits | null = null;
  let lastId = Date.now();

  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://connector');
    const path = decodeURIComponent(url.pathname);
    const text = await bodyOf(request);
    const body = text ? (JSON.parse(text) as unknown) : undefined;
    calls.push({ method, path, authorization: request.headers.authorization, body, at: Date.now() });

    const script = scripted.find(({ which }) => matches(which, method, path));
    if (script && --script.left === 0) scripted.splice(scripted.indexOf(script), 1);
    const tooLarge = Buffer.byteLength(text, 'utf16le') > 100 * 1024;
    const act = () =>
      tooLarge
        ? trouble(413, 'MessageSizeTooBig')
        : limits?.isTooMuch(method, path, newThreadOf(body))
          ? slowDown
          : serve(method, path, url, body);
    const answer = !script || script.failure.accepted ? act() : null;
    for (const look of [...waiting]) look();
    if (script) return fail(response, script.failure);
    reply(response, answer!);
  }

  function serve(method: string, path: string, url: URL, body: unknown): Answer {
    const [, first, id, last, ...rest] =
      path
        .replace(/^\/connector/, '')
        .match(/^\/v3\/(conversations|teams)(?:\/([^/]+)(?:\/([^/]+)(?:\/([^/]+))?)?)?$/) ?? [];
    const what = `${method} ${first}${id ? '/:id' : ''}${last ? `/${last}` : ''}${rest[0] ? '/:part' : ''}`;
    if (what === 'POST conversations') return create(body as CreateBody);
    const place = id ? placeOf(id) : null;
    if (!place) return trouble(404, 'ConversationNotFound');
    if (place.hasBot === false) return trouble(403, 'BotNotInConversationRoster');
    if (place.members.some((member) => place.kind === 'personal' && member.blocksBot && method !== 'GET'))
      return trouble(403, 'MessageWritesBlocked');
    switch (what) {
      case 'POST conversations/:id/activities':
      case 'POST conversations/:id/activities/:part':
        return { status: 201, body: { id: show(id!, body as SentActivity).activityId } };
      case 'PUT conversations/:id/activities/:part':
        return change(id!, rest[0]!, body as SentActivity);
      case 'DELETE conversations/:id/activities/:part':
        return change(id!, rest[0]!, null);
      case 'GET conversations/:id/members':
        return { status: 200, body: place.members };
      case 'GET conversations/:id/members/:part': {
        const member = place.members.find(({ id: known, aadObjectId }) => known === rest[0] || aadObjectId === rest[0]);
        return member ? { status: 200, body: member } : trouble(404, 'MemberNotFoundInConversation');
      }
      case 'GET conversations/:id/pagedmembers': {
        const from = Number(url.searchParams.get('continuationToken') ?? 0);
        const size = Math.min(500, Math.max(50, Number(url.searchParams.get('pageSize') ?? 200)));
        const next = from + size < place.members.length ? { continuationToken: `${from + size}` } : {};
        return { status: 200, body: { members: place.members.slice(from, from + size), ...next } };
      }
      case 'GET teams/:id':
        return { status: 200, body: { id, name: place.teamName ?? place.name, memberCount: place.members.length } };
      default:
        return trouble(405, 'MethodNotAllowed');
    }
  }

  type CreateBody = {
    isGroup?: boolean;
    members?: { id: string }[];
    tenantId?: string;
    channelData?: { channel?: { id?: string } };
    activity?: SentActivity;
  };

  function create({ isGroup, members, tenantId, channelData, activity }: CreateBody): Answer {
    const channelId = channelData?.channel?.id;
    if (isGroup && channelId && activity) {
      const place = placeOf(channelId);
      if (!place) return trouble(404, 'ConversationNotFound');
      if (place.hasBot === false) return trouble(403, 'BotNotInConversationRoster');
      const id = `${++lastId}`;
      const post = show(`${channelId};messageid=${id}`, activity, id);
      return { status: 201, body: { id: post.conversationId, activityId: post.activityId } };
    }
    const [member, ...others] = members ?? [];
    if (isGroup || !member || others.length > 0 || !tenantId) return trouble(400, 'BadSyntax');
    const known = [...conversations.values()].flatMap((place) => place.members).find(({ id }) => id === member.id);
    if (!known) return trouble(400, 'BadSyntax');
    const id = `a:chat-with-${known.id}`;
    if (!conversations.has(id)) conversations.set(id, { id, kind: 'personal', members: [known] });
    return { status: 201, body: { id, ...(activity && { activityId: show(id, activity).activityId }) } };
  }

  const placeOf = (id: string) => conversations.get(id.split(';messageid=')[0]!);

  function show(conversationId: string, activity: SentActivity, activityId = `${++lastId}`): Post {
    const post: Post = { conversationId, activityId, activity, versions: [activity] };
    posts.push(post);
    return post;
  }

  function change(conversationId: string, activityId: string, activity: SentActivity | null): Answer {
    const post = posts.find(
      (shown) => shown.activityId === activityId && placeOf(shown.conversationId) === placeOf(conversationId),
    );
    if (!post?.activity) return trouble(404, 'ActivityNotFoundInConversation');
    post.activity = activity;
    if (activity) post.versions.push(activity);
    return { status: 200, body: { id: activityId } };
  }

  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  return {
    serviceUrl: `http://${host}/connector`,
    host,
    posts,
    calls,
    addConversation: (conversation) => void conversations.set(conversation.id, conversation),
    conversation: (id) => conversations.get(id)!,
    next: (which, failure, times = 1) => void scripted.push({ which, failure, left: times }),
    forgetPosts: () => void posts.splice(0),
    recover: () => void scripted.splice(0),
    limit: (on) => (limits = on ? createLimits() : null),
    until,
    untilPosts: (count) =>
      until(() => posts.reduce((sum, post) => sum + post.versions.length, 0) >= count).then(() => posts),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a conversation that is being created belongs to. */
function newThreadOf(body: unknown): string | undefined {
  const { channelData, members } = (body ?? {}) as {
    channelData?: { channel?: { id?: string } };
    members?: { id: string }[];
  };
  return channelData?.channel?.id ?? members?.[0]?.id;
}

const slowDown: Answer = { status: 429, body: { error: { code: 'TooManyRequests' } }, headers: { 'retry-after': '1' } };

const trouble = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });

const matches = (which: Which, method: string, path: string) =>
  (!which.method || which.method === method) && (!which.path || which.path.test(path));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, { status, body, headers }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function fail(response: ServerResponse, failure: Failure) {
  if ('status' in failure) {
    const { status, code, headers } = failure;
    return reply(response, { ...trouble(status, code ?? 'Scripted'), headers });
  }
  switch (failure.kind) {
    case 'reset':
      return response.destroy();
    case 'hang':
      return; // The other side has to give up.
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end('<html>not what you think{');
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drop = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drop));
    }
  }
}
