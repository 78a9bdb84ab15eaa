import { decodeProtectedHeader, jwtVerify } from 'jose';
import { Away } from '../app/ports.ts';
import type { ConnectorKeys } from './connectorKeys.ts';

/** What an activity says of itself that its token has to confirm. */
export type Said = { readonly serviceUrl: string; readonly channelId: string };

/** Whether Teams sent this. `unendorsed`: signed by Bot Framework, but not for this channel. @throws Away */
export type VerifyBotToken = (authorization: string | undefined, said: Said) => Promise<'good' | 'bad' | 'unendorsed'>;

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

  async function endorsementsOf(token: string, serviceUrl: string): Promise<readonly string[]> {
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
    // Compared here always: a token for one service URL must not carry an activity that names another, or none.
    if (payload.serviceurl !== serviceUrl || typeof payload.aud !== 'string') throw new Error('not for this activity');
    return signer.endorsements;
  }

  return async (authorization, { serviceUrl, channelId }) => {
    const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization?.slice(0, maxLength) ?? '') ?? [];
    if (!token) return 'bad';
    try {
      return (await endorsementsOf(token, serviceUrl)).includes(channelId) ? 'good' : 'unendorsed';
    } catch (trouble) {
      if (trouble instanceof Away) throw trouble;
      return 'bad'; // What exactly was wrong is nobody's business but an attacker's.
    }
  };
}
