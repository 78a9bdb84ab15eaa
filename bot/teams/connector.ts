import { type Meter, timed, unmetered } from '../app/meter.ts';
import type { Address } from './address.ts';
import { type Account, type Bot, type Connect, type Conversations, loadConnect } from './connectorClient.ts';
import { type Patience, wasNeverSent } from './patience.ts';
import type { MayReach } from './serviceHosts.ts';

export type Message = {
  readonly text?: string;
  /** What a notification shows. */
  readonly summary?: string;
  readonly card?: object;
  readonly channelData?: object;
};

/** Where a message of the bot is. */
export type Posted = { readonly conversationId: string; readonly activityId: string };

/** What the bot can do in Teams. Whatever does not work is a `ConnectorTrouble`. */
export type Connector = {
  /** That the bot has a token of its own to show. Throws whatever stood in the way. */
  sign(): Promise<void>;
  /** `null` when Teams took the message without saying which one it is. */
  post(address: Address, conversationId: string, message: Message): Promise<Posted | null>;
  /** A new post in a channel. */
  startThread(address: Address, channelId: string, message: Message): Promise<Posted | null>;
  update(address: Address, posted: Posted, message: Message): Promise<void>;
  /** The chat of the bot with one person; the same one each time. */
  openChat(address: Address, accountId: string): Promise<string>;
  members(address: Address, conversationId: string): Promise<Account[]>;
  /** By the id that Teams uses for somebody, or by their object id. */
  member(address: Address, conversationId: string, id: string): Promise<Account>;
};

/** What became of a call that did not work. */
export type Trouble =
  /** The bot is not wanted there; nothing more until it is installed again. */
  | 'gone'
  | 'notThere'
  /** It will not work the next time either. */
  | 'refused'
  /** It did not happen; later it may. */
  | 'away'
  /** It may have happened. Never again by itself. */
  | 'unknown';

export class ConnectorTrouble extends Error {
  override name = 'ConnectorTrouble';
  readonly trouble: Trouble;
  readonly statusCode: number | null;

  constructor(trouble: Trouble, statusCode: number | null = null, options?: ErrorOptions) {
    super(`The Bot Connector: ${trouble}`, options);
    this.trouble = trouble;
    this.statusCode = statusCode;
  }
}

export function createConnector(options: {
  readonly bot: Bot | null;
  readonly token: (() => Promise<string>) | null;
  readonly patience: Patience;
  readonly mayReach: MayReach;
  readonly meter?: Meter | undefined;
}): Connector {
  let connect: Promise<Connect> | null = null;
  const known = new Map<string, Conversations>();

  async function at({ serviceUrl }: Address): Promise<Conversations> {
    if (!options.mayReach(serviceUrl)) throw new ConnectorTrouble('refused');
    const conversations = known.get(serviceUrl) ?? (await (await connecting()).to(serviceUrl));
    if (known.size >= maxServices) known.clear();
    known.set(serviceUrl, conversations);
    return conversations;
  }

  const connecting = () => (connect ??= loadConnect(options));

  async function call<Result>(
    name: keyof Connector,
    address: Address,
    work: (at: Conversations) => Promise<Result>,
  ): Promise<Result> {
    const attempt = async () => {
      try {
        return await work(await at(address));
      } catch (error) {
        throw troubleOf(error);
      }
    };
    return timed(options.meter ?? unmetered, 'connector.ms', { call: name }, attempt, outcomeOf);
  }

  return {
    sign: async () => (await connecting()).sign(),
    post: (address, conversationId, message) =>
      call('post', address, async (conversations) => {
        const { id } = await conversations.sendToConversation(conversationId, activityOf(message));
        return id ? { conversationId, activityId: id } : null;
      }),
    startThread: (address, channelId, message) =>
      call('startThread', address, async (conversations) => {
        const { id, activityId } = await conversations.createConversation({
          isGroup: true,
          bot: { id: address.botId },
          tenantId: address.tenantId,
          channelData: { channel: { id: channelId } },
          activity: activityOf(message),
        });
        return id && activityId ? { conversationId: id, activityId } : null;
      }),
    update: (address, { conversationId, activityId }, message) =>
      call('update', address, async (conversations) => {
        await conversations.updateActivity(conversationId, activityId, { ...activityOf(message), id: activityId });
      }),
    openChat: (address, accountId) =>
      call('openChat', address, async (conversations) => {
        const { id } = await conversations.createConversation({
          isGroup: false,
          bot: { id: address.botId },
          tenantId: address.tenantId,
          members: [{ id: accountId }],
          channelData: { tenant: { id: address.tenantId } },
        });
        if (!id) throw new ConnectorTrouble('unknown');
        return id;
      }),
    members: (address, conversationId) =>
      call('members', address, (conversations) => everybody(conversations, conversationId)),
    member: (address, conversationId, id) =>
      call('member', address, (conversations) => conversations.getConversationMember(conversationId, id)),
  };
}

const maxServices = 50;
const pageSize = 500;
// Ten thousand members, even when Teams makes its pages as small as it may.
const maxPages = 200;

/** All or nothing: half a roster would lock out half a team. */
async function everybody(conversations: Conversations, conversationId: string): Promise<Account[]> {
  const all: Account[] = [];
  let continuationToken: string | undefined;
  for (let page = 0; page < maxPages; page++) {
    const found = await conversations.getConversationPagedMembers(conversationId, { pageSize, continuationToken });
    if (!Array.isArray(found.members)) break;
    all.push(...found.members);
    continuationToken = found.continuationToken;
    if (!continuationToken) return all;
  }
  throw new ConnectorTrouble('unknown');
}

function activityOf({ card, ...message }: Message): object {
  const attachments = card ? [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] : [];
  return { ...message, type: 'message', attachments };
}

const outcomeOf = (_: unknown, trouble?: unknown): string =>
  trouble instanceof ConnectorTrouble ? trouble.trouble : trouble ? 'failed' : 'done';

function troubleOf(error: unknown): ConnectorTrouble {
  if (error instanceof ConnectorTrouble) return error;
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown };
  const status = typeof statusCode === 'number' ? statusCode : null;
  // What fails before there is a request (no token to be had, say) is no error of HTTP.
  const isOfHttp = name === 'RestError' || name === 'AbortError';
  if (!isOfHttp) return new ConnectorTrouble('away', status, { cause: error });
  // An answer that could not be read is quoted by its error, and may be somebody's roster: it stays out of the log.
  return new ConnectorTrouble(wasNeverSent(error) ? 'away' : meaningOf(status), status);
}

function meaningOf(status: number | null): Trouble {
  if (status === 403) return 'gone';
  if (status === 404) return 'notThere';
  if (status === 412 || status === 429) return 'away';
  if (status === null || status < 400 || status === 408 || status >= 500) return 'unknown';
  return 'refused';
}
