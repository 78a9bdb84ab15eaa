import fc from 'fast-check';
import { hourDate, topicId } from '../../bot/domain/ids.ts';
import {
  editTopic,
  inOrder,
  isFor,
  raiseTopic,
  removeTopic,
  settleTopic,
  supportTopic,
  type Topic,
  topicLimits,
} from '../../bot/domain/topic.ts';
import { addDays } from '../../bot/domain/time.ts';
import { aMember, aPerson, idOf, laterBy } from '../support/builders.ts';
import { aTopic, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { refusalOf } from '../support/refusalOf.ts';

const weeks = 12;
const dateOf = (week: number) => hourDate(addDays(thursday, 7 * week));

test('whatever is not talked about stands in front of every hour after it, until it is', () => {
  const aRaising = fc.record({
    raised: fc.integer({ min: 0, max: weeks - 1 }),
    waits: fc.integer({ min: 0, max: weeks }),
    state: fc.constantFrom('talked' as const, 'status' as const),
  });
  fc.assert(
    fc.property(fc.array(aRaising, { maxLength: 12 }), (raisings) => {
      const topics = new Map<number, Topic>();
      for (let week = 0; week < weeks; week++) {
        raisings.forEach(({ raised }, at) => {
          if (raised === week) topics.set(at, aTopic('Amara', { raisedFor: dateOf(week) }));
        });
        const waiting = [...topics].filter(([, topic]) => topic.state === 'open' && isFor(topic, dateOf(week)));

        // Those that were raised by now, and are not settled before now.
        const expected = raisings.flatMap(({ raised, waits }, at) =>
          raised <= week && week <= raised + waits ? [at] : [],
        );
        expect(waiting.map(([at]) => at).sort()).toEqual(expected.sort());
        for (const [at, topic] of waiting) {
          const { raised, waits, state } = raisings[at]!;
          if (raised + waits === week) topics.set(at, settleTopic(topic, state, dateOf(week)));
        }
      }
      topics.forEach((topic, at) => {
        const end = raisings[at]!.raised + raisings[at]!.waits;
        expect(topic.closedIn).toBe(end < weeks ? dateOf(end) : null);
      });
    }),
  );
});

test('a topic comes along when its hour is moved to an earlier day, and does not run ahead of its week', () => {
  const topic = aTopic('Amara', { raisedFor: thursday });

  expect(isFor(topic, hourDate('2026-11-16'))).toBe(true);
  expect(isFor(topic, hourDate('2026-11-15'))).toBe(false);
  expect(isFor(aTopic('Amara', { raisedFor: nextThursday }), thursday)).toBe(false);
});

test('what became of a topic is said in the hour itself, and put back only there', () => {
  const talked = settleTopic(aTopic('Amara'), 'talked', thursday);

  expect(talked).toMatchObject({ state: 'talked', closedIn: thursday, edition: 2 });
  expect(settleTopic(talked, 'talked', thursday)).toBe(talked);
  expect(settleTopic(talked, 'status', thursday)).toMatchObject({ state: 'status', closedIn: thursday });
  expect(settleTopic(talked, 'open', thursday)).toMatchObject({ state: 'open', closedIn: null });
  expect(refusalOf(() => settleTopic(talked, 'open', nextThursday))).toBe('topic.closed');
  expect(refusalOf(() => settleTopic(talked, 'talked', nextThursday))).toBe('topic.closed');
});

test('the words are their author’s, while it waits', () => {
  const by = aMember('Amara');
  const words = { text: 'Quiet mornings', kind: 'idea' as const, messageLink: null };
  const topic = raiseTopic(words, { id: topicId('T'), by, hour: thursday, now: laterBy(0) });
  const talked = settleTopic(topic, 'talked', thursday);

  expect(topic).toMatchObject({ author: aPerson('Amara'), id: 't', state: 'open', edition: 1 });
  expect(editTopic(topic, { ...words, text: 'Loud ones' }, by.id)).toMatchObject({ text: 'Loud ones', edition: 2 });
  expect(refusalOf(() => editTopic(topic, words, idOf('Mei')))).toBe('topic.notYours');
  expect(refusalOf(() => editTopic(talked, words, by.id))).toBe('topic.closed');
  expect(refusalOf(() => removeTopic(topic, idOf('Mei')))).toBe('topic.notYours');
  expect(refusalOf(() => removeTopic(talked, by.id))).toBe('topic.closed');
  expect(refusalOf(() => removeTopic(topic, by.id))).toBeNull();
});

test('support is by name, once, by others, and is no edit', () => {
  const topic = aTopic('Amara');
  const both = ['Mei', 'Lukas'].reduce((one, name) => supportTopic(one, aMember(name), true), topic);
  const full = aTopic('Amara', {
    supporters: Array.from({ length: topicLimits.supporters }, (_, at) => aPerson(`${at}`)),
  });

  expect(both).toMatchObject({ supporters: [aPerson('Mei'), aPerson('Lukas')], edition: 1 });
  expect(supportTopic(both, aMember('Mei'), true)).toBe(both);
  expect(supportTopic(both, aMember('Mei'), false).supporters).toEqual([aPerson('Lukas')]);
  expect(supportTopic(topic, aMember('Mei'), false)).toBe(topic);
  expect(refusalOf(() => supportTopic(topic, aMember('Amara'), true))).toBe('topic.ownSupport');
  expect(refusalOf(() => supportTopic(full, aMember('Mei'), true))).toBe('topic.supportedByMany');
  expect(refusalOf(() => supportTopic(settleTopic(topic, 'talked', thursday), aMember('Mei'), true))).toBe(
    'topic.closed',
  );
});

test('an order holds all topics, those that were arranged first, the others by age', () => {
  const topics = fc.uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: 0, max: 5 })), { selector: ([id]) => id });
  fc.assert(
    fc.property(topics, fc.array(fc.uuid()), fc.infiniteStream(fc.boolean()), (all, strange, coin) => {
      const made = all.map(([id, age]) => aTopic('Amara', { id: topicId(id), createdAt: laterBy(age) }));
      const order = [...strange, ...made.filter(() => coin.next().value).map(({ id }) => id as string)].reverse();

      const ordered = inOrder(made, order);

      expect(new Set(ordered)).toEqual(new Set(made));
      const places = ordered.map(({ id }) => order.indexOf(id)).map((at) => (at < 0 ? order.length : at));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      const others = ordered.filter(({ id }) => !order.includes(id)).map(({ createdAt }) => createdAt.getTime());
      expect(others).toEqual([...others].sort((one, other) => one - other));
    }),
  );
});
