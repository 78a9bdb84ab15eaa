import { Away, type Clock } from '../app/ports.ts';
import { fetchPublished, fetchSigningKeys, type SigningKey } from '../signingKeys.ts';

/** The key that a token names, and the channels it may sign for. `null` when there is no such key. @throws Away */
export type ConnectorKeys = (keyId: string) => Promise<SigningKey | null>;

const hour = 60 * 60_000;
const maxAgeInMs = 24 * hour;
const refreshAfterInMs = hour;
// Anybody can send a token with an invented key id. It must not become a request of ours each time.
const pauseInMs = 60_000;
const pauseWithoutKeysInMs = 5_000;

/** The keys of the Bot Connector as its OpenID metadata publishes them, remembered for a day at most. */
export function connectorKeys(metadataUrl: string, clock: Clock = () => new Date()): ConnectorKeys {
  let known: { readonly keys: ReadonlyMap<string, SigningKey>; readonly fetchedAt: number } | null = null;
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;

  function look(): Promise<void> {
    lookedAt = clock().getTime();
    looking ??= fetchKeys(metadataUrl)
      .then((keys) => {
        known = { keys, fetchedAt: clock().getTime() };
      })
      .catch(() => undefined) // Who asks sees what is known, or that nothing is.
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  const fresh = (now: number) => (known && now - known.fetchedAt < maxAgeInMs ? known : null);

  return async (keyId) => {
    const now = clock().getTime();
    const mayLook = now - lookedAt >= (fresh(now) ? pauseInMs : pauseWithoutKeysInMs);
    const found = fresh(now)?.keys.get(keyId);
    if (found) {
      if (mayLook && now - known!.fetchedAt >= refreshAfterInMs) void look();
      return found;
    }
    if (looking || mayLook) await look();
    const current = fresh(now);
    if (!current) throw new Away('The Bot Connector’s keys');
    return current.keys.get(keyId) ?? null;
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: keysUrl } = (await fetchPublished(metadataUrl)) as { jwks_uri?: unknown };
  if (typeof keysUrl !== 'string') throw new Error('Metadata without keys');
  return fetchSigningKeys(keysUrl);
}
