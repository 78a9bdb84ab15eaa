import type { CryptoKey } from 'jose';
import { Away, type Clock } from '../app/ports.ts';
import type { TenantId } from '../domain/ids.ts';
import { fetchPublished, fetchSigningKeys, type SigningKey } from '../signingKeys.ts';

/** Who signs for a tenant, and the key that a token names. `null` when there is no such key. @throws Away */
export type KeySource = (tenant: TenantId, keyId: string) => Promise<{ issuer: string; key: CryptoKey } | null>;

type Known = { readonly issuer: string; readonly keys: ReadonlyMap<string, SigningKey>; readonly fetchedAt: number };
type Tenant = { known: Known | null; lookedAt: number; looking: Promise<void> | null };

const hour = 60 * 60_000;
// Entra keeps a key published for days after it stopped signing with it, so what was known a day ago may still be believed.
const maxAgeInMs = 24 * hour;
const refreshAfterInMs = hour;
// Anybody can send a token with an invented key id. It must not become a request of ours each time.
const pauseInMs = 60_000;
const pauseWithoutKeysInMs = 5_000;

/** Signing keys as Entra publishes them, per tenant, remembered: Entra may be away for a day before anybody notices. */
export function entraKeys(authority: string, clock: Clock = () => new Date()): KeySource {
  const tenants = new Map<TenantId, Tenant>();

  function look(tenant: TenantId, state: Tenant): Promise<void> {
    state.lookedAt = clock().getTime();
    state.looking ??= fetchKeys(authority, tenant)
      .then((found) => {
        state.known = { ...found, fetchedAt: clock().getTime() };
      })
      .catch(() => undefined) // Who asks sees what is known, or that nothing is.
      .finally(() => {
        state.looking = null;
      });
    return state.looking;
  }

  return async (tenant, keyId) => {
    const state = tenants.get(tenant) ?? { known: null, lookedAt: -Infinity, looking: null };
    tenants.set(tenant, state);
    const now = clock().getTime();
    const isKnown = () => state.known !== null && now - state.known.fetchedAt < maxAgeInMs;
    const mayLook = () => now - state.lookedAt >= (isKnown() ? pauseInMs : pauseWithoutKeysInMs);

    if (isKnown() && state.known!.keys.has(keyId)) {
      if (now - state.known!.fetchedAt >= refreshAfterInMs && mayLook()) void look(tenant, state);
    } else if (state.looking || mayLook()) {
      await look(tenant, state);
    }
    if (!isKnown()) throw new Away('Entra');
    const found = state.known!.keys.get(keyId);
    return found ? { issuer: state.known!.issuer, key: found.key } : null;
  };
}

async function fetchKeys(authority: string, tenant: TenantId): Promise<Omit<Known, 'fetchedAt'>> {
  const metadata = await fetchPublished(`${authority}/${tenant}/v2.0/.well-known/openid-configuration`);
  const { issuer, jwks_uri: keysUrl } = metadata as { issuer?: unknown; jwks_uri?: unknown };
  if (typeof issuer !== 'string' || typeof keysUrl !== 'string') throw new Error('Metadata without issuer or keys');
  const signs = issuer.replace('{tenantid}', tenant);
  if (!signs.includes(tenant)) throw new Error('Metadata of another tenant');
  return { issuer: signs, keys: await fetchSigningKeys(keysUrl) };
}
