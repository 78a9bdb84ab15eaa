import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Sentence } from './fillIn.ts';

/** ICU messages as sentences. The build has parsed them all: there this gives back what it is given, without the parser. */
export function parse(message: string): Sentence {
  const known = parsed.get(message) ?? (compileMessage(message) as Sentence);
  parsed.set(message, known);
  return known;
}

const parsed = new Map<string, Sentence>();
