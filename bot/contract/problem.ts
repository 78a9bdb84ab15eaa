import { z } from 'zod';
import type { RefusalCode } from '../domain/refusal.ts';

/** What can go wrong besides a house rule. The codes are stable; the sentences beside them are not. */
export type FaultCode =
  | 'request.malformed'
  | 'request.invalid'
  | 'request.tooLarge'
  | 'request.wrongType'
  | 'request.badCursor'
  | 'token.missing'
  | 'token.invalid'
  | 'notFound'
  | 'version.missing'
  | 'version.stale'
  | 'tooFast'
  | 'away'
  | 'internal';

export type ProblemCode = RefusalCode | FaultCode;

/** RFC 9457. `detail` is a sentence that says what to do; `errors` names the fields that did not fit. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
