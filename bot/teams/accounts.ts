import type { PersonId, TenantId } from '../domain/ids.ts';

/**
 * How Teams calls people towards this bot. Needed to write to somebody, to name them, and to understand a mention; seen in every roster
 * and in everything people do, so it is remembered here and kept nowhere.
 */
export type Accounts = {
  remember(tenant: TenantId, person: PersonId, account: string): void;
  of(tenant: TenantId, person: PersonId): string | null;
  /** Whose account it is. */
  person(tenant: TenantId, account: string): PersonId | null;
};

const maxRemembered = 50_000;

export function createAccounts(): Accounts {
  const accounts = new Map<string, string>();
  const people = new Map<string, PersonId>();
  return {
    remember(tenant, person, account) {
      if (accounts.get(`${tenant} ${person}`) === account) return;
      if (accounts.size >= maxRemembered) {
        accounts.clear();
        people.clear();
      }
      accounts.set(`${tenant} ${person}`, account);
      people.set(`${tenant} ${account}`, person);
    },
    of: (tenant, person) => accounts.get(`${tenant} ${person}`) ?? null,
    person: (tenant, account) => people.get(`${tenant} ${account}`) ?? null,
  };
}
