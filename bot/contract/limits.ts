/* What a form knows before it asks: how much fits, and how it is counted. Without the schemas, so that a browser can have it for little. */
export { kudosLimits } from '../domain/kudos.ts';
export { teamLimits } from '../domain/team.ts';
export { profileLimits, type Wish, wishes } from '../domain/profile.ts';
export { fits, folded, tidyLine, wordsOf } from '../domain/words.ts';
export { type Audience, audiences, type Confidence, goalLimits } from '../domain/goal.ts';
export { hourLimits } from '../domain/hour.ts';
export { noteLimits } from '../domain/note.ts';
export { statusLimits } from '../domain/statusLine.ts';
export { actionLimits } from '../domain/actionItem.ts';
export { topicKinds, topicLimits } from '../domain/topic.ts';
export { isMeetingLink, scheduleLimits } from '../domain/schedule.ts';
export { isWider } from '../domain/goalCircle.ts';
export { type ReminderKind, reminderKinds } from '../domain/reminderWishes.ts';
