import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type CryptoKey, importJWK, type JWK } from 'jose';

/* Keys as OpenID metadata publishes them: Entra's for the tab, the Bot Connector's for activities. */

/** `endorsements`: the channels that it may sign for, where it says so. */
export type SigningKey = { readonly key: CryptoKey; readonly endorsements: readonly string[] };
type PublishedKey = JWK & { readonly endorsements?: unknown };

const deadlineInMs = 5_000;
const maxLength = 512 * 1024;

/** Those that sign, by their ids. @throws when there are none: better yesterday's than that */
export async function fetchSigningKeys(url: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { keys } = (await fetchPublished(url)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('A key set without keys');
  const imported = await Promise.all((keys as (PublishedKey | null)[]).map(usable));
  const known = new Map(imported.filter((each) => each !== null));
  if (known.size === 0) throw new Error('A key set without keys');
  return known;
}

/** `null` when it does not sign, or is in no shape to; the others still may. */
async function usable(published: PublishedKey | null): Promise<readonly [string, SigningKey] | null> {
  const { endorsements, ...jwk } = published ?? {};
  if (jwk.kty !== 'RSA' || typeof jwk.kid !== 'string' || (jwk.use ?? 'sig') !== 'sig') return null;
  const key = await importJWK({ ...jwk, alg: 'RS256' }, 'RS256').catch(() => null);
  const channels = Array.isArray(endorsements) ? endorsements.map(String) : [];
  return key && [jwk.kid, { key: key as CryptoKey, endorsements: channels }];
}

/** @throws when it does not answer in time, redirects, or is anything but an object of a sane length */
export async function fetchPublished(url: string): Promise<object> {
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
