import type { PersonMessenger } from '../app/personalPorts.ts';
import type { Links, Log } from '../app/ports.ts';
import type { Outcome } from '../app/reminderPorts.ts';
import { createText } from '../text/text.ts';
import type { AccountOf } from './accountOf.ts';
import { addressOf } from './address.ts';
import { personalCard, personalSummary } from './cards/personalCard.ts';
import { type Connector, ConnectorTrouble } from './connector.ts';
import { chatWith, type Silence } from './silence.ts';

/** Never throws: what became of a message is its answer. */
export function createPersonMessenger(world: {
  connector: Connector;
  accountOf: AccountOf;
  silence: Silence;
  links: Links;
  log: Log;
}): PersonMessenger {
  const { connector, accountOf, silence, links, log } = world;

  return {
    async tell(record, message, locale) {
      const { team } = record;
      const address = addressOf(record);
      const place = chatWith(message.person.id);
      if (silence.isKept(place)) return { outcome: 'gone' };
      const account = address && (await accountOf(address, team.tenantId, message.person.id));
      // Another day it may be known.
      if (!account) return { outcome: 'refused' };
      const text = createText(locale ?? address.language);
      const page = links.hour({ tenantId: team.tenantId, teamId: team.id });
      let isOpen = false;
      try {
        const chat = await connector.openChat(address, account);
        isOpen = true;
        const card = personalCard(text, message, { team, page });
        const post = await connector.post(address, chat, { summary: personalSummary(text, team.name), card });
        return { outcome: 'sent', post: post && JSON.stringify(post) };
      } catch (trouble) {
        const outcome = outcomeOf(trouble, isOpen);
        if (outcome === 'gone') silence.keep(place);
        log[outcome === 'gone' ? 'info' : 'warn']({ outcome, err: trouble }, 'a reminder was not delivered');
        return { outcome };
      }
    },
  };
}

type Failure = Exclude<Outcome['outcome'], 'sent'>;

/** Opening a chat says nothing yet: whatever became of that, it may be tried again. */
function outcomeOf(trouble: unknown, isOpen: boolean): Failure {
  if (!(trouble instanceof ConnectorTrouble)) return 'refused';
  if (trouble.trouble === 'notThere') return 'refused';
  return trouble.trouble === 'unknown' && !isOpen ? 'away' : trouble.trouble;
}
