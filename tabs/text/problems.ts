import type { FaultCode, ProblemCode } from '#contract/problem';
import type { CallCode } from '../api/problem.ts';
import type { TextKey } from './text.ts';

const faults = {
  offline: 'problem.offline',
  timeout: 'problem.timeout',
  token: 'problem.token',
  unknown: 'problem.unexpected',
  'request.malformed': 'problem.invalid',
  'request.invalid': 'problem.invalid',
  'request.tooLarge': 'problem.invalid',
  'request.wrongType': 'problem.unexpected',
  'request.badCursor': 'problem.unexpected',
  'token.missing': 'problem.token',
  'token.invalid': 'problem.token',
  notFound: 'problem.notFound',
  'version.missing': 'problem.unexpected',
  'version.stale': 'problem.changed',
  tooFast: 'problem.tooFast',
  away: 'problem.away',
  internal: 'problem.unexpected',
} satisfies Record<FaultCode | CallCode, TextKey>;

const isFault = (code: string): code is keyof typeof faults => code in faults;

/** Every refusal and every fault has its sentence; a new one does not compile until it has. */
const keyOf = (code: ProblemCode | CallCode): TextKey => (isFault(code) ? faults[code] : `refusal.${code}`);

/** The service may be newer than this tab: a code without a sentence is said as `problem.unexpected`. */
export const sentenceFor = (code: string): TextKey => keyOf(code as ProblemCode | CallCode);
