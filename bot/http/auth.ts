import { createHmac } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { Away } from '../app/ports.ts';
import { type Actor, personId, type TenantId } from '../domain/ids.ts';
import { tidyLine } from '../domain/words.ts';
import type { KeySource } from './entraKeys.ts';
import { Fault } from './problems.ts';

/** Who a token speaks for. Answers at once when the token was seen before. @throws Fault token.invalid @throws Away */
export type VerifyToken = (token: string) => Actor | Promise<Actor>;

/** The clients that may ask for us on somebody's behalf: Teams, and Microsoft 365 where Teams apps run, too. */
export const teamsClients: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams, desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams, web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365, web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365, desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Microsoft 365, mobile, and Outlook, desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook, web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook, mobile
];

export type TokenRules = {
  readonly clientId: string;
  /** The first one is home: only its administrators are ours. */
  readonly tenantIds: readonly TenantId[];
  readonly keysOf: KeySource;
};

const scope = 'access_as_user';

/** Given to people and groups in Entra, under Enterprise applications; as in manifest/aad.manifest.json. */
export const administratorRole = 'Administrator';
/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const directoryRoles: readonly string[] = [
  '62e90394-69f5-4237-9190-012177145e10', // Global Administrator
  '69091246-20e8-4a56-aa4d-066075b2a7a8', // Teams Administrator
];

const skewInSeconds = 300;
const maxTokenLength = 12_000;
const maxRemembered = 5_000;

/**
 * Entra's v2 access tokens for this app, everything about them: https://learn.microsoft.com/entra/identity-platform/access-tokens.
 * A token says who somebody is, never which team they are in.
 */
export function createTokenVerifier({ clientId, tenantIds, keysOf }: TokenRules): VerifyToken {
  // Verifying costs three times what everything else in a request does; a token is good until it expires.
  const remembered = new Map<string, { actor: Actor; until: number }>();

  async function verify(token: string): Promise<Actor> {
    try {
      const claims = await verifiedClaims(token);
      const actor = actorOf(claims);
      if (remembered.size >= maxRemembered) remembered.delete(remembered.keys().next().value!);
      remembered.set(token, { actor, until: claims.exp! * 1000 });
      return actor;
    } catch (trouble) {
      if (trouble instanceof Away) throw trouble;
      throw new Fault('token.invalid'); // What exactly was wrong is nobody's business but an attacker's.
    }
  }

  async function verifiedClaims(token: string): Promise<JWTPayload> {
    if (token.length > maxTokenLength || !threeParts.test(token)) throw new Error('not a token');
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg !== 'RS256' || typeof kid !== 'string') throw new Error('not signed as Entra signs');
    // Not believed yet: it only says whose keys to try, and only tenants that are let in have any.
    const tenant = tenantIds.find((allowed) => allowed === decodeJwt(token).tid);
    const signer = tenant && (await keysOf(tenant, kid));
    if (!signer) throw new Error('not signed by a tenant of ours');
    const { payload } = await jwtVerify(token, signer.key, {
      algorithms: ['RS256'],
      issuer: signer.issuer,
      audience: clientId,
      clockTolerance: skewInSeconds,
      requiredClaims: ['exp', 'nbf', 'tid', 'oid', 'scp', 'azp', 'ver'],
    });
    return payload;
  }

  function actorOf(claims: JWTPayload): Actor {
    const { aud, ver, tid, oid, scp, azp, idtyp, roles, wids, name, preferred_username: loginName } = claims;
    const tenant = tenantIds.find((allowed) => allowed === tid);
    const isOurs =
      tenant &&
      typeof aud === 'string' &&
      ver === '2.0' &&
      typeof scp === 'string' &&
      scp.split(' ').includes(scope) &&
      typeof azp === 'string' &&
      teamsClients.includes(azp) &&
      idtyp !== 'app' &&
      typeof oid === 'string' &&
      guid.test(oid);
    if (!isOurs) throw new Error('not a token for this app');
    const shown = [name, loginName].find((text) => typeof text === 'string' && text !== '');
    const person = { tenantId: tenant, personId: personId(oid), name: tidyLine(String(shown ?? '')).slice(0, 256) };
    // Whoever administers another tenant that is let in gives out roles there, too.
    const administers = tenant === tenantIds[0] && (has(roles, [administratorRole]) || has(wids, directoryRoles));
    return administers ? { ...person, isAdministrator: true } : person;
  }

  return (token) => {
    const known = remembered.get(token);
    if (known && Date.now() < known.until) return known.actor;
    if (known) remembered.delete(token);
    return verify(token);
  };
}

const has = (claim: unknown, wanted: readonly string[]) =>
  Array.isArray(claim) && claim.some((value) => wanted.includes(value as string));

const threeParts = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The token of a request. Two of them are none: somebody hopes that we look at another one than the proxy before us did. */
export function bearerOf(headers: readonly string[]): string {
  let found: string | null = null;
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at]!.length !== 13 || headers[at]!.toLowerCase() !== 'authorization') continue;
    if (found !== null) throw new Fault('token.invalid');
    found = headers[at + 1]!;
  }
  if (found === null) throw new Fault('token.missing');
  if (!/^bearer /i.test(found)) throw new Fault('token.invalid');
  return found.slice('Bearer '.length);
}

export type HashOf = (actor: Actor) => string;

/** People in the log: the same person is the same word until the secret changes. Who has the log and everybody's ids still cannot tell who is who. */
export function personHash(secret: string): HashOf {
  const hashes = new WeakMap<Actor, string>();
  return (actor) => {
    const known = hashes.get(actor);
    if (known) return known;
    const words = `person ${actor.tenantId}/${actor.personId}`;
    const hash = createHmac('sha256', secret).update(words).digest('base64url').slice(0, 12);
    hashes.set(actor, hash);
    return hash;
  };
}
