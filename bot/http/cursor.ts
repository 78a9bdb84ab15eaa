import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BadCursor } from '../app/ports.ts';
import type { Actor, TeamId } from '../domain/ids.ts';

/** What a cursor belongs to. It is of no use to another person, in another team or for another question. */
export type Listing = { readonly actor: Actor; readonly team: TeamId; readonly question: object };

export type Cursors = {
  seal(place: readonly string[], listing: Listing): string;
  /** @throws BadCursor */
  open(cursor: string, listing: Listing): readonly string[];
};

/**
 * Places in a list, sealed: signed, because they come back from outside, and unreadable, because the last one looked at may be
 * a kudos that this person must not even know of.
 */
export function createCursors(secret: string): Cursors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'people-hour/cursor', 32));

  return {
    seal(place, listing) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(belongsTo(listing));
      const text = [cipher.update(JSON.stringify(place)), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat([nonce, ...text]).toString('base64url');
    },
    open(cursor, listing) {
      const sealed = Buffer.from(cursor, 'base64url');
      // Decoding forgives strange characters; a cursor is only ever what was handed out, to the letter.
      if (sealed.length <= nonceLength + tagLength || sealed.toString('base64url') !== cursor) throw new BadCursor();
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
          .setAAD(belongsTo(listing))
          .setAuthTag(sealed.subarray(-tagLength));
        const text =
          decipher.update(sealed.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8');
        return JSON.parse(text) as string[];
      } catch {
        throw new BadCursor(); // Whatever is wrong with it, the answer is the same.
      }
    },
  };
}

const nonceLength = 12;
const tagLength = 16;

function belongsTo({ actor, team, question }: Listing): Buffer {
  const asked = Object.entries(question)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(JSON.stringify([actor.tenantId, actor.personId, team, asked]));
}
