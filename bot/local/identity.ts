import { generateKeyPair, SignJWT } from 'jose';
import { administratorRole, teamsClients, type TokenRules } from '../http/auth.ts';
import { type LocalPerson, localClientId, localTenant } from './people.ts';

const issuer = `http://localhost/${localTenant}/v2.0`;
const keyId = 'local';

/**
 * What Entra is elsewhere: tokens for the people of the local world, with everything in them that Entra would say, so that they
 * go through the very same verification. The key lives as long as the process.
 */
export async function createLocalIdentity(): Promise<{
  rules: TokenRules;
  tokenFor(person: LocalPerson): Promise<string>;
}> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return {
    rules: {
      clientId: localClientId,
      tenantIds: [localTenant],
      keysOf: async (_tenant, asked) => (asked === keyId ? { issuer, key: publicKey } : null),
    },
    tokenFor: (person) =>
      new SignJWT({
        ver: '2.0',
        tid: person.tenantId,
        oid: person.id,
        scp: 'access_as_user',
        azp: teamsClients[1],
        name: person.name,
        preferred_username: person.mail,
        // Who owns the team looks after the service here, too.
        roles: person.owner ? [administratorRole] : [],
      })
        .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(localClientId)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1h')
        .sign(privateKey),
  };
}
