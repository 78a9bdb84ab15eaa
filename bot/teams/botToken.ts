import { decodeProtectedHeader, jwtVerify } from 'jose';
import { Away } from '../app/ports.ts';
import type { ConnectorKeys } from './connectorKeys.ts';

/** What a token proves: that it is Teams who speaks, from one address, for some channels. `null` of local mode: from any, for all. */
export type Proof = { readonly serviceUrl: string; readonly channels: readonly string[] } | null;

/** Who sends a request, before anything that it says is looked at. @throws Away */
export type VerifyBotToken = (authorization: string | undefined) => Promise<Proof | 'bad'>;

const issuer = 'https://api.botframework.com';
const skewInSeconds = 300;
const maxLength = 12_000;

/**
 * Tokens of the Bot Connector, everything about them:
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot.
 * Of the token families that Bot Framework's own check accepts, the emulator's and skills' stay out: anybody who has the bot's secret
 * can make those.
 */
export function createBotTokenVerifier(botId: string, keyOf: ConnectorKeys): VerifyBotToken {
  if (!botId) throw new Error('Without a bot id anybody could speak for Teams.');

  async function proofIn(token: string): Promise<Proof> {
    const { alg, kid } = decodeProtectedHeader(token);
    if (alg !== 'RS256' || typeof kid !== 'string') throw new Error('not signed as the Connector signs');
    const signer = await keyOf(kid);
    if (!signer) throw new Error('signed by somebody else');
    const { payload } = await jwtVerify(token, signer.key, {
      algorithms: ['RS256'],
      issuer,
      audience: botId,
      clockTolerance: skewInSeconds,
      requiredClaims: ['exp', 'nbf', 'serviceurl'],
    });
    const { serviceurl: serviceUrl, aud } = payload;
    if (typeof serviceUrl !== 'string' || typeof aud !== 'string') throw new Error('not as the Connector says it');
    return { serviceUrl, channels: signer.endorsements };
  }

  return async (authorization) => {
    const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization?.slice(0, maxLength) ?? '') ?? [];
    if (!token) return 'bad';
    try {
      return await proofIn(token);
    } catch (trouble) {
      if (trouble instanceof Away) throw trouble;
      return 'bad'; // What exactly was wrong is nobody's business but an attacker's.
    }
  };
}
