import type { Links, Log, TeamRecord } from '../app/ports.ts';
import type { HourMessenger, Outcome, Saying } from '../app/reminderPorts.ts';
import { createText } from '../text/text.ts';
import { type Address, addressOf } from './address.ts';
import { sayingCard, summaryOf } from './cards/sayingCard.ts';
import { type Connector, ConnectorTrouble, type Message, type Posted, type Trouble } from './connector.ts';
import { postIn, postSchema } from './posts.ts';
import type { Silence } from './silence.ts';

/** Never throws: what became of a post is its answer. */
export function createHourMessenger(world: {
  connector: Connector;
  silence: Silence;
  links: Links;
  log: Log;
}): HourMessenger {
  const { connector, silence, links, log } = world;

  /** Each try is known to have said nothing before the next one is made: a thread can be deleted, and a channel as well. */
  async function posted(address: Address, record: TeamRecord, message: Message, thread: string | null) {
    if (record.team.kind === 'groupChat') return connector.post(address, address.postIn, message);
    const root = thread === null ? null : postIn(thread, postSchema);
    const begin = (channel: string) => () => connector.startThread(address, channel, message);
    return firstThere([
      ...(root ? [() => connector.post(address, threadOf(root), message)] : []),
      begin(address.postIn),
      ...(address.postIn === address.conversationId ? [] : [begin(address.conversationId)]),
    ]);
  }

  async function outcomeOf(address: Address, saying: Saying, work: () => Promise<Outcome>): Promise<Outcome> {
    if (silence.isKept(address.postIn)) return { outcome: 'gone' };
    try {
      return await work();
    } catch (trouble) {
      const meaning = meaningOf(trouble);
      if (meaning === 'gone') silence.keep(address.postIn);
      const isExpected = meaning === 'gone' || meaning === 'notThere';
      const facts = { kind: saying.kind, date: saying.hour.date, err: trouble };
      log[isExpected ? 'info' : 'warn'](facts, 'a post about an hour was not delivered');
      return { outcome: meaning === 'notThere' ? 'refused' : meaning };
    }
  }

  function messageOf({ language }: Address, { team }: TeamRecord, saying: Saying): Message {
    const text = createText(language);
    const page = links.hour({ tenantId: team.tenantId, teamId: team.id });
    return { summary: summaryOf(text, saying), card: sayingCard(text, saying, { team, page }) };
  }

  return {
    async say(record, saying, thread) {
      const address = addressOf(record);
      // It has no conversation yet, as the demo's team before the Playground was opened.
      if (!address) return { outcome: 'away' };
      return outcomeOf(address, saying, async () => {
        const post = await posted(address, record, messageOf(address, record, saying), thread);
        return { outcome: 'sent', post: post && JSON.stringify(post) };
      });
    },
    async update(record, saying, text) {
      const [address, post] = [addressOf(record), postIn(text, postSchema)];
      if (!address) return 'away';
      if (!post) return 'refused';
      const { outcome } = await outcomeOf(address, saying, async () => {
        await connector.update(address, post, messageOf(address, record, saying));
        return { outcome: 'sent', post: text };
      });
      return outcome;
    },
  };
}

async function firstThere(tries: readonly (() => Promise<Posted | null>)[]): Promise<Posted | null> {
  const [first, ...others] = tries;
  try {
    return await first!();
  } catch (trouble) {
    if (others.length === 0 || meaningOf(trouble) !== 'notThere') throw trouble;
    return firstThere(others);
  }
}

/** What does not come from the connector went wrong before anything was sent, and would the next time as well. */
const meaningOf = (trouble: unknown): Trouble => (trouble instanceof ConnectorTrouble ? trouble.trouble : 'refused');

/** A reply belongs below the post that began its thread, whichever post of it is known. */
const threadOf = ({ conversationId, activityId }: Posted) =>
  conversationId.includes(';messageid=') ? conversationId : `${conversationId};messageid=${activityId}`;
