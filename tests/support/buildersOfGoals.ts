import { createHash, randomUUID } from 'node:crypto';
import {
  type CheckIn,
  type Goal,
  type GoalEdit,
  type Scene,
  startGoal,
  type Step,
  type Supporter,
} from '../../bot/domain/goal.ts';
import type { Comment } from '../../bot/domain/goalCircle.ts';
import { entryId, goalId, type PersonId } from '../../bot/domain/ids.ts';
import { aMember, aPerson, aRoster, idOf, noon } from './builders.ts';

/* What does not matter about a goal is made here; what matters is said in the test. */

export const aGoalId = () => goalId(randomUUID());
export const anEntryId = () => entryId(randomUUID());

/** The same text is the same step. */
export const aStep = (text: string, done = false): Step => ({ id: stepIdOf(text), text, done });
export const stepIdOf = (text: string) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

export const aGoalEdit = (of: Partial<GoalEdit> = {}): GoalEdit => ({
  title: 'Estimate aloud',
  outcome: '',
  why: '',
  dueOn: null,
  steps: [],
  ifThen: null,
  ask: '',
  askToTeam: false,
  audience: 'me',
  supporters: [],
  ...of,
});

export const everybody = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas', 'Nadia'];
export const aGoalScene = (of: Partial<Scene> = {}): Scene => ({ roster: aRoster(...everybody), now: noon, ...of });

/** A goal of Amara's, as she began it; `of` says what became of it since. */
export const aGoal = (edit: Partial<GoalEdit> = {}, of: Partial<Goal> = {}): Goal => ({
  ...startGoal(aGoalEdit(edit), { ...aGoalScene(), id: aGoalId(), owner: aMember('Amara') }),
  ...of,
});

export const aSupporter = (name: string, answer: Supporter['answer'] = 'accepted', since = noon): Supporter => ({
  ...aPerson(name),
  answer,
  since,
});

/** Shared with these supporters, who have all accepted. */
export const aSharedGoal = (names: readonly string[], edit: Partial<GoalEdit> = {}, of: Partial<Goal> = {}): Goal =>
  aGoal(
    { audience: 'supporters', supporters: names.map(idOf), ...edit },
    { supporters: names.map((name) => aSupporter(name)), ...of },
  );

export const aCheckIn = (of: Partial<CheckIn> = {}): CheckIn => ({
  id: anEntryId(),
  learned: 'Saying a range is enough.',
  confidence: 3,
  progress: { done: 0, total: 0 },
  at: noon,
  ...of,
});

export const aComment = (author: string, of: Partial<Comment> = {}): Comment => ({
  id: anEntryId(),
  author: aPerson(author),
  text: 'I can sit with you',
  at: noon,
  ...of,
});

export const amara: PersonId = idOf('Amara');
