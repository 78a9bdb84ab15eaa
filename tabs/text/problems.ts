import type { ProblemCode } from '#contract/problem';
import type { CallCode } from '../api/problem.ts';
import type { TextKey } from './text.ts';

/** Every refusal and every fault has its sentence; a new one does not compile until it has. */
export const problemText = {
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
  'kudos.toNobody': 'refusal.kudos.toNobody',
  'kudos.toSelf': 'refusal.kudos.toSelf',
  'kudos.toTooMany': 'refusal.kudos.toTooMany',
  'kudos.notInTeam': 'refusal.kudos.notInTeam',
  'kudos.tooFewWords': 'refusal.kudos.tooFewWords',
  'kudos.tooLong': 'refusal.kudos.tooLong',
  'kudos.unknownValue': 'refusal.kudos.unknownValue',
  'kudos.ratherNot': 'refusal.kudos.ratherNot',
  'kudos.idTaken': 'refusal.kudos.idTaken',
  'kudos.takenBack': 'refusal.kudos.takenBack',
  'kudos.notYours': 'refusal.kudos.notYours',
  'kudos.ownJoin': 'refusal.kudos.ownJoin',
  'kudos.notOpenToJoin': 'refusal.kudos.notOpenToJoin',
  'kudos.joinedByMany': 'refusal.kudos.joinedByMany',
  'values.ownersOnly': 'refusal.values.ownersOnly',
  'values.twice': 'refusal.values.twice',
  'profile.notYours': 'refusal.profile.notYours',
  'profile.unknownZone': 'refusal.profile.unknownZone',
  'profile.hoursTurned': 'refusal.profile.hoursTurned',
  'goal.notYours': 'refusal.goal.notYours',
  'goal.closed': 'refusal.goal.closed',
  'goal.idTaken': 'refusal.goal.idTaken',
  'goal.notInTeam': 'refusal.goal.notInTeam',
  'goal.supportsSelf': 'refusal.goal.supportsSelf',
  'goal.notSupporter': 'refusal.goal.notSupporter',
  'goal.commentNotYours': 'refusal.goal.commentNotYours',
  'goal.ownAsk': 'refusal.goal.ownAsk',
  'goal.helpersFull': 'refusal.goal.helpersFull',
  'goal.evidenceNotAboutYou': 'refusal.goal.evidenceNotAboutYou',
  'goal.evidenceFull': 'refusal.goal.evidenceFull',
  'goal.reopenedOften': 'refusal.goal.reopenedOften',
} satisfies Record<ProblemCode | CallCode, TextKey>;

/** A code that this tab does not know yet, because the service is newer, is still answered with a sentence. */
export const sentenceFor = (code: string): TextKey =>
  (problemText as Record<string, TextKey>)[code] ?? 'problem.unexpected';
