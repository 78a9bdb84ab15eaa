import { Away, type RosterSource } from '../app/ports.ts';
import { personId, tenantId } from '../domain/ids.ts';
import type { Member } from '../domain/team.ts';
import { tidyLine } from '../domain/words.ts';
import type { Accounts } from './accounts.ts';
import { type Address, addressOf } from './address.ts';
import { type Connector, ConnectorTrouble } from './connector.ts';
import type { Account } from './connectorClient.ts';

/** The roster as Teams has it: guests are in, bots and people without an account are not. */
export function createRosters(connector: Connector, accounts: Accounts): RosterSource {
  return {
    async membersOf(record) {
      const address = addressOf(record);
      if (!address) return null;
      const listed = await everybody(connector, address);
      return (
        listed &&
        listed.flatMap((account) => {
          const member = memberOf(account, address);
          if (member) accounts.remember(member.tenantId, member.id, account.id);
          return member ?? [];
        })
      );
    },
  };
}

async function everybody(connector: Connector, address: Address): Promise<Account[] | null> {
  try {
    return await connector.members(address, address.conversationId);
  } catch (trouble) {
    if (!(trouble instanceof ConnectorTrouble)) throw trouble;
    if (trouble.trouble === 'gone' || trouble.trouble === 'notThere') return null;
    throw new Away('Teams', 5, { cause: trouble });
  }
}

function memberOf(account: Account, address: Address): Member | null {
  const { aadObjectId, userRole, name, userPrincipalName } = account;
  if (!aadObjectId || userRole === 'anonymous' || userRole === 'bot') return null;
  const signInName = tidyLine(String(userPrincipalName ?? '')).slice(0, 256);
  return {
    id: personId(aadObjectId),
    tenantId: tenantId(account.tenantId || address.tenantId),
    name: tidyLine(String(name ?? '')).slice(0, 256),
    owner: userRole === 'owner',
    ...(signInName && { signInName }),
  };
}
