/** The house rules that can say no. A new one does not compile until it has a status and a sentence in every language. */
export type RefusalCode =
  | 'kudos.toNobody'
  | 'kudos.toSelf'
  | 'kudos.toTooMany'
  | 'kudos.notInTeam'
  | 'kudos.tooFewWords'
  | 'kudos.tooLong'
  | 'kudos.unknownValue'
  | 'kudos.ratherNot'
  | 'kudos.idTaken'
  | 'kudos.takenBack'
  | 'kudos.notYours'
  | 'kudos.ownJoin'
  | 'kudos.notOpenToJoin'
  | 'kudos.joinedByMany'
  | 'values.ownersOnly'
  | 'values.twice'
  | 'profile.notYours'
  | 'profile.unknownZone'
  | 'profile.hoursTurned'
  | 'schedule.ownersOnly'
  | 'schedule.unknownZone'
  | 'reminder.ownersOnly'
  | 'reminder.alwaysQuiet'
  | 'hour.isOpen'
  | 'hour.isOver'
  | 'hour.notOpen'
  | 'hour.locked'
  | 'hour.otherWeek'
  | 'hour.tooLate'
  | 'hour.dateTaken'
  | 'hour.noSuchSegment'
  | 'hour.segmentRuns'
  | 'hour.notInTeam'
  | 'hour.idTaken'
  | 'hour.goalNotShared'
  | 'topic.notYours'
  | 'topic.closed'
  | 'topic.ownSupport'
  | 'topic.supportedByMany'
  | 'topic.tooMany'
  | 'note.notYours'
  | 'action.notYours'
  | 'action.promised'
  | 'action.noPromise'
  | 'action.closed'
  | 'action.dateGone'
  | 'action.tooLateToPostpone'
  | 'action.notInTeam'
  | 'action.idTaken'
  | 'goal.notYours'
  | 'goal.closed'
  | 'goal.idTaken'
  | 'goal.notInTeam'
  | 'goal.supportsSelf'
  | 'goal.notSupporter'
  | 'goal.commentNotYours'
  | 'goal.ownAsk'
  | 'goal.helpersFull'
  | 'goal.evidenceNotAboutYou'
  | 'goal.evidenceFull'
  | 'goal.reopenedOften';

/** An expected no: named here, shown kindly at every edge, never logged as a fault. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
  }
}
