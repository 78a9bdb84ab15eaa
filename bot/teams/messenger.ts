import { z } from 'zod';
import type { KudosMessenger } from '../app/kudosPorts.ts';
import type { Links, Locales, Log, TeamRecord } from '../app/ports.ts';
import type { Kudos } from '../domain/kudos.ts';
import type { Person } from '../domain/team.ts';
import { createText } from '../text/text.ts';
import type { AccountOf } from './accountOf.ts';
import { type Address, addressOf } from './address.ts';
import { goneCard, liveCard, privateCard } from './cards/kudosCard.ts';
import { titleOf } from './cards/title.ts';
import { type Connector, ConnectorTrouble, type Message, type Posted } from './connector.ts';
import { postIn, postSchema } from './posts.ts';
import { chatWith, type Silence } from './silence.ts';

const namedSchema = z.object({ id: z.string(), name: z.string() });

/** Where a card of the bot is, and what stands beside it and must stand there again when it changes. Kept by storage, read here alone. */
const cardPostSchema = postSchema.extend({
  to: z.enum(['everybody', 'one']),
  by: namedSchema.nullable(),
  /** In which it was said to one; posts of another time are in the team's. */
  language: z.string().nullable().default(null),
});
type Post = z.infer<typeof cardPostSchema>;
type Frame = Omit<Post, keyof Posted>;

/** Never throws: a card that cannot be delivered waits on the wall. */
export function createMessenger(world: {
  connector: Connector;
  accountOf: AccountOf;
  silence: Silence;
  links: Links;
  log: Log;
}): KudosMessenger {
  const { connector, accountOf, silence, links, log } = world;

  async function postToAll(address: Address, record: TeamRecord, kudos: Kudos, place: string | null) {
    const conversationId = place ?? address.postIn;
    const by = await named(address, record, kudos.from);
    const frame = { to: 'everybody' as const, by, language: null };
    const message = messageOf(address, record, kudos, frame);
    // A channel is written to by starting a thread in it; a thread and a chat are simply continued.
    const isChannel = record.team.kind !== 'groupChat' && !conversationId.includes(';messageid=');
    return said(kudos, conversationId, frame, () =>
      isChannel
        ? connector.startThread(address, conversationId, message)
        : connector.post(address, conversationId, message),
    );
  }

  async function postToOne(address: Address, record: TeamRecord, kudos: Kudos, person: Person, locales: Locales) {
    const frame = { to: 'one' as const, by: null, language: locales.get(person.id) ?? null };
    return said(kudos, chatWith(person.id), frame, async () => {
      const account = await named(address, record, person);
      if (!account) throw new ConnectorTrouble('notThere');
      const chat = await connector.openChat(address, account.id);
      return connector.post(address, chat, messageOf(address, record, kudos, frame));
    });
  }

  /** Once. Whatever happens, it is not said a second time. */
  async function said(kudos: Kudos, place: string, frame: Frame, say: () => Promise<Posted | null>) {
    if (silence.isKept(place)) return [];
    try {
      const posted = await say();
      return posted ? [JSON.stringify({ ...posted, ...frame } satisfies Post)] : [];
    } catch (trouble) {
      report(trouble, place, { kudos: kudos.id }, 'a card was not delivered and waits on the wall');
      return [];
    }
  }

  async function change(
    record: TeamRecord,
    posts: readonly string[],
    message: (address: Address, post: Post) => Message,
  ): Promise<boolean> {
    const address = addressOf(record);
    if (!address) return false;
    const changes = posts.map(async (text) => {
      const post = postIn(text, cardPostSchema);
      if (!post) return true;
      try {
        await connector.update(address, post, message(address, post));
        return true;
      } catch (trouble) {
        report(trouble, post.conversationId, {}, 'a card could not be changed');
        return false;
      }
    });
    return (await Promise.all(changes)).every(Boolean);
  }

  function report(trouble: unknown, place: string, facts: object, message: string) {
    const kind = trouble instanceof ConnectorTrouble ? trouble.trouble : null;
    if (kind === 'gone') silence.keep(place);
    const isExpected = kind === 'gone' || kind === 'notThere';
    log[isExpected ? 'info' : 'warn']({ ...facts, err: trouble }, message);
  }

  async function named(address: Address, record: TeamRecord, { id, name }: Person) {
    const account = await accountOf(address, record.team.tenantId, id);
    return account ? { id: account, name } : null;
  }

  function messageOf(address: Address, record: TeamRecord, kudos: Kudos, frame: Frame): Message {
    const text = textOf(address, frame);
    const team = record.team.id;
    const ways = { wall: links.wall({ tenantId: record.team.tenantId, teamId: team }, kudos.id) };
    return {
      summary: titleOf(text, kudos),
      card: frame.to === 'one' ? privateCard(text, kudos, ways) : liveCard(text, kudos, ways, team),
      ...attribution(frame.by),
    };
  }

  return {
    async post(record, kudos, place, locales) {
      const address = addressOf(record);
      if (!address || kudos.visibility === 'hour') return [];
      if (kudos.visibility === 'channel') return postToAll(address, record, kudos, place);
      return (await Promise.all(kudos.to.map((person) => postToOne(address, record, kudos, person, locales)))).flat();
    },
    async update(record, kudos, posts) {
      await change(record, posts, (address, post) => messageOf(address, record, kudos, post));
    },
    withdraw: (record, posts) => change(record, posts, (address, post) => ({ card: goneCard(textOf(address, post)) })),
  };
}

const textOf = (address: Address, { language }: Pick<Frame, 'language'>) => createText(language ?? address.language);

type Named = z.infer<typeof namedSchema>;

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#user-attribution-for-bots-messages */
const attribution = (by: Named | null): Pick<Message, 'channelData'> =>
  by ? { channelData: { onBehalfOf: [{ itemid: 0, mentionType: 'person', mri: by.id, displayName: by.name }] } } : {};
