import { mondayOf } from './hour.ts';
import type { HourDate, PersonId, TopicId } from './ids.ts';
import { Refusal } from './refusal.ts';
import type { Member, Person } from './team.ts';

export const topicKinds = ['talk', 'ask', 'thanks', 'idea'] as const;
export type TopicKind = (typeof topicKinds)[number];

/**
 * What a member puts on the agenda. It waits in front of the next hour until it was talked about: whatever is left over is simply
 * still there the week after. `status` was sent out of the hour, into the written round of the meeting that it replaces.
 */
export type Topic = {
  readonly id: TopicId;
  readonly author: Person;
  readonly text: string;
  readonly kind: TopicKind;
  readonly messageLink: string | null;
  /** The hour it was raised for. */
  readonly raisedFor: HourDate;
  readonly state: 'open' | 'talked' | 'status';
  /** The hour in which it was talked about, or sent out of. */
  readonly closedIn: HourDate | null;
  /** Who would like to talk about it as well. Names, not numbers. */
  readonly supporters: readonly Person[];
  readonly edition: number;
  readonly createdAt: Date;
};

export type TopicWords = Pick<Topic, 'text' | 'kind' | 'messageLink'>;

export const topicLimits = { text: 200, supporters: 100 } as const;

export function raiseTopic(
  words: TopicWords,
  scene: { readonly id: TopicId; readonly by: Member; readonly hour: HourDate; readonly now: Date },
): Topic {
  return {
    ...words,
    id: scene.id,
    author: { id: scene.by.id, name: scene.by.name },
    raisedFor: scene.hour,
    state: 'open',
    closedIn: null,
    supporters: [],
    edition: 1,
    createdAt: scene.now,
  };
}

export function editTopic(topic: Topic, words: TopicWords, by: PersonId): Topic {
  if (topic.author.id !== by) throw new Refusal('topic.notYours');
  mustBeOpen(topic);
  return { ...topic, ...words, edition: topic.edition + 1 };
}

export const saysTheSame = (topic: TopicWords, words: TopicWords) =>
  topic.text === words.text && topic.kind === words.kind && topic.messageLink === words.messageLink;

/** "I would like to talk about that as well", once; who raised it does anyway. */
export function supportTopic(topic: Topic, by: Member, supports: boolean): Topic {
  mustBeOpen(topic);
  if (topic.author.id === by.id) throw new Refusal('topic.ownSupport');
  const isThere = topic.supporters.some(({ id }) => id === by.id);
  if (isThere === supports) return topic;
  if (!supports) return { ...topic, supporters: topic.supporters.filter(({ id }) => id !== by.id) };
  if (topic.supporters.length >= topicLimits.supporters) throw new Refusal('topic.supportedByMany');
  return { ...topic, supporters: [...topic.supporters, { id: by.id, name: by.name }] };
}

/** Talked about, sent to the written round, or put back. Anybody may say so in that hour: it is the team's agenda. */
export function settleTopic(topic: Topic, state: Topic['state'], hour: HourDate): Topic {
  // Another hour's record is not rewritten from this one.
  if (topic.closedIn !== null && topic.closedIn !== hour) throw new Refusal('topic.closed');
  if (topic.state === state) return topic;
  return { ...topic, state, closedIn: state === 'open' ? null : hour, edition: topic.edition + 1 };
}

/** Who raised it takes it away, as long as it was not talked about. */
export function removeTopic(topic: Topic, by: PersonId): void {
  if (topic.author.id !== by) throw new Refusal('topic.notYours');
  mustBeOpen(topic);
}

function mustBeOpen(topic: Topic): void {
  if (topic.state !== 'open') throw new Refusal('topic.closed');
}

/** Whether a topic waits in front of an hour. By weeks, for hours are moved within theirs, and a schedule is changed to another day. */
export const isFor = (topic: Topic, hour: HourDate): boolean => mondayOf(topic.raisedFor) <= mondayOf(hour);

/** The agenda's order: as somebody arranged it, and the rest by age. */
export function inOrder(topics: readonly Topic[], order: readonly string[]): Topic[] {
  const place = (topic: Topic) => {
    const at = order.indexOf(topic.id);
    return at < 0 ? order.length : at;
  };
  return [...topics].sort(
    (one, other) =>
      place(one) - place(other) || one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  );
}
