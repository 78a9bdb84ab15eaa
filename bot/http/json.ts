import { isUtf8 } from 'node:buffer';
import { Fault } from './problems.ts';

const maxDepth = 32;

/**
 * JSON from outside. Refused besides what is not JSON: text that is not UTF-8, nesting that a recursive reader later on would
 * choke on, a key that is there twice (readers differ in which one they believe), and keys that reach for an object's prototype.
 * Nothing at all is `undefined`. @throws Fault request.malformed
 */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new Fault('request.malformed');
  const text = bytes.toString();
  const keysWritten = countKeys(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault('request.malformed'); // The parser's own sentence quotes what people wrote.
  }
  if (countKept(value) !== keysWritten) throw new Fault('request.malformed');
  return value;
}

/** A colon outside of a string follows a key. Depth is watched on the same walk, before the parser builds anything. */
function countKeys(text: string): number {
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case colon:
        keys++;
        break;
      case openBrace:
      case openBracket:
        if (++depth > maxDepth) throw new Fault('request.malformed');
        break;
      case closeBrace:
      case closeBracket:
        depth--;
        break;
    }
  }
  return keys;
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}

function countKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countKept(item), 0);
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Fault('request.malformed');
    return sum + 1 + countKept(item);
  }, 0);
}

const [quote, colon, backslash, openBrace, closeBrace, openBracket, closeBracket] = [...'":\\{}[]'].map((sign) =>
  sign.charCodeAt(0),
);
