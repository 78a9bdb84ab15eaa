import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { Away, type Clock } from '../app/ports.ts';

/** The key that a token names, and the channels it may sign for. `null` when there is no such key. @throws Away */
export type ConnectorKeys = (keyId: string) => Promise<SigningKey | null>;
export type SigningKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };

const hour = 60 * 60_000;
const maxAgeInMs = 24 * hour;
const refreshAfterInMs = hour;
// Anybody can send a token with an invented key id. It must not become a request of ours each time.
const pauseInMs = 60_000;
const pauseWithoutKeysInMs = 5_000;
const deadlineInMs = 5_000;
const maxLength = 512 * 1024;

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
  const { jwks_uri: keysUrl } = (await fetchJson(metadataUrl)) as { jwks_uri?: unknown };
  if (typeof keysUrl !== 'string') throw new Error('Metadata without keys');
  const { keys } = (await fetchJson(keysUrl)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('A key set without keys');
  const imported = await Promise.all((keys as (PublishedKey | null)[]).map(usable));
  const known = new Map(imported.filter((each) => each !== null));
  // Better yesterday's than none.
  if (known.size === 0) throw new Error('A key set without keys');
  return known;
}

type PublishedKey = JWK & { readonly endorsements?: unknown };

/** `null` when it does not sign, or is in no shape to; the others still may. */
async function usable(published: PublishedKey | null): Promise<readonly [string, SigningKey] | null> {
  const { endorsements, ...jwk } = published ?? {};
  if (jwk.kty !== 'RSA' || typeof jwk.kid !== 'string' || (jwk.use ?? 'sig') !== 'sig') return null;
  const key = await importJWK({ ...jwk, alg: 'RS256' }, 'RS256').catch(() => null);
  const channels = Array.isArray(endorsements) ? endorsements.map(String) : [];
  return key && [jwk.kid, { key: key as CryptoKey, endorsements: channels }];
}

async function fetchJson(url: string): Promise<object> {
  const response = await fetch(url, { signal: AbortSignal.timeout(deadlineInMs), redirect: 'error' });
  if (!response.ok) throw new Error(`Answered ${response.status}`);
  const found: unknown = JSON.parse(await textOf(response));
  if (typeof found !== 'object' || found === null) throw new Error('Not an object');
  return found;
}

/** Whatever answers in the place of keys must not fill the memory. */
async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of Readable.fromWeb(body as ReadableStream<Uint8Array>)) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > maxLength) throw new Error('Too much');
  }
  return text;
}
