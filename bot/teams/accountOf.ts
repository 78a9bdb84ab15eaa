import type { PersonId, TenantId } from '../domain/ids.ts';
import type { Accounts } from './accounts.ts';
import type { Address } from './address.ts';
import { type Connector, ConnectorTrouble } from './connector.ts';

export type AccountOf = (address: Address, tenant: TenantId, person: PersonId) => Promise<string | null>;

/** How Teams calls somebody; `null` when that cannot be found out now. */
export function createAccountOf({ connector, accounts }: { connector: Connector; accounts: Accounts }): AccountOf {
  async function lookedUp(address: Address, person: PersonId): Promise<string | null> {
    try {
      return (await connector.member(address, address.conversationId, person)).id;
    } catch (trouble) {
      if (!(trouble instanceof ConnectorTrouble && trouble.trouble === 'notThere')) return null;
    }
    try {
      // The Playground does not find people by their object id, but lists them.
      const all = await connector.members(address, address.conversationId);
      return all.find(({ aadObjectId }) => aadObjectId?.toLowerCase() === person)?.id ?? null;
    } catch {
      return null; // What was to be said to them waits, or is said without naming them.
    }
  }

  return async (address, tenant, person) => {
    const account = accounts.of(tenant, person) ?? (await lookedUp(address, person));
    if (account) accounts.remember(tenant, person, account);
    return account;
  };
}
