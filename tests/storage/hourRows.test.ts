import fc from 'fast-check';
import { unitsPerCharacter } from '../../bot/domain/words.ts';
import { actionLimits } from '../../bot/domain/actionItem.ts';
import { type Hour, hourLimits, segmentKinds } from '../../bot/domain/hour.ts';
import { type HourDate, hourDate, personId, type PersonId, topicId } from '../../bot/domain/ids.ts';
import { noteLimits } from '../../bot/domain/note.ts';
import { meetingKey } from '../../bot/domain/pair.ts';
import { topicLimits } from '../../bot/domain/topic.ts';
import { noTurns, type Turns } from '../../bot/domain/turns.ts';
import { actionCells, actionOf } from '../../bot/storage/actionStore.ts';
import {
  exitCells,
  exitOf,
  hourCells,
  hourOf,
  noteCells,
  noteOf,
  statusCells,
  statusOf,
} from '../../bot/storage/hourRows.ts';
import * as keys from '../../bot/storage/keys.ts';
import { type Cells, checkTransaction } from '../../bot/storage/limits.ts';
import { topicCells, topicOf } from '../../bot/storage/topicStore.ts';
import { turnsCells, turnsOf } from '../../bot/storage/turnsRows.ts';
import { aPerson, aRef, idOf, noon } from '../support/builders.ts';
import { anAction, anHour, aNote, aTopic, thursday } from '../support/buildersOfHours.ts';
import { hostileStrings } from '../support/hostileStrings.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...hostileStrings));
const person = text.map((name) => ({ id: idOf(name), name }));
const moment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
const date = fc.constantFrom(thursday, hourDate('2027-02-28'));

const anyHour: fc.Arbitrary<Hour> = fc
  .record({
    date,
    startsAt: moment,
    endsAt: moment,
    status: fc.constantFrom('planned', 'open', 'held', 'moved', 'skipped'),
    reason: fc.option(text.filter((reason) => reason !== '')),
    movedTo: fc.option(date),
    movedFrom: fc.option(date),
    givesBack: fc.nat(480),
    facilitator: fc.option(person),
    spotlight: fc.option(person),
    plan: fc.array(
      fc.record({ kind: fc.constantFrom(...segmentKinds), minutes: fc.integer({ min: 1, max: 60 }), title: text }),
      { maxLength: 12 },
    ),
    order: fc.array(fc.uuid(), { maxLength: 5 }),
    running: fc.option(
      fc.record({ segment: fc.nat(11), startedAt: moment, extraMinutes: fc.nat(60), pausedAt: fc.option(moment) }),
    ),
    pairs: fc.array(
      fc.array(
        text.map((name) => idOf(name)),
        { minLength: 2, maxLength: 3 },
      ),
      { maxLength: 5 },
    ),
    digest: text,
    openedAt: fc.option(moment),
    closedAt: fc.option(moment),
    edition: fc.integer({ min: 1, max: 900 }),
  })
  .map((of) => anHour(of as Partial<Hour>));

/** What a row is after storage had it. */
const stored = (cells: Cells): Cells => JSON.parse(JSON.stringify(cells)) as Cells;

test('what is written is read, in whatever letters', () => {
  fc.assert(
    fc.property(anyHour, person, text, moment, date, (hour, who, words, at, day) => {
      const note = aNote('Mei', { author: who, text: words, kind: 'decision', keep: false, edition: 3, at });
      const topic = aTopic('Mei', {
        author: who,
        text: words,
        kind: 'ask',
        messageLink: 'https://teams.microsoft.com/l/message/1',
        state: 'status',
        closedIn: day,
        supporters: [who, aPerson('Lukas')],
        createdAt: at,
      });
      const item = anAction('Mei', {
        owner: who,
        text: words,
        dueOn: day,
        promisedTo: who,
        status: 'kept',
        postponed: ['2026-01-01', day],
        closedAt: at,
      });
      const line = { by: who, text: words, at };
      const exit = { person: who, plan: { if: words, then: words }, isShared: true };

      expect(hourOf(stored(hourCells(hour)))).toEqual(hour);
      expect(noteOf(stored(noteCells(note)))).toEqual(note);
      expect(topicOf(stored(topicCells(topic)))).toEqual(topic);
      expect(actionOf(stored(actionCells(item)))).toEqual(item);
      expect(exitOf(stored(exitCells(exit)))).toEqual(exit);
      expect(statusOf(stored(statusCells(line)))).toEqual(line);
    }),
  );
});

test('rows that say less, or something unknown, are read as quietly as can be', () => {
  const hour = hourOf({ ...hourCells(anHour()), status: 'postponed by the moon' });
  const note = noteOf({ ...noteCells(aNote('Mei')), kind: 'song', keep: 'perhaps' });

  // Nobody writes over it, nobody says it again, and nothing is open that was not left open.
  expect(hour.status).toBe('skipped');
  expect(note).toMatchObject({ kind: 'note', keep: false });
  expect(topicOf({ ...topicCells(aTopic('Mei')), state: 'sung' }).state).toBe('talked');
  expect(actionOf({ ...actionCells(anAction('Mei')), status: 'paused', closedAt: noon.toISOString() }).status).toBe(
    'done',
  );
  expect(hourOf({})).toMatchObject({ plan: [], order: [], pairs: [], running: null, facilitator: null });
});

const many = (count: number) => Array.from({ length: count }, (_, at) => aPerson(`Person ${at} ${'x'.repeat(200)}`));
const full = (characters: number) => '\u{1F44D}'.repeat(characters * (unitsPerCharacter / 2));
const written = (key: string, cells: Cells) => checkTransaction(keys.teamPartition(aRef()), [{ key, cells }]);

test('the fullest hour, line, topic and action item there can be fit into their rows', () => {
  const crowd = many(500);
  const hour = anHour({
    reason: full(hourLimits.reason),
    facilitator: crowd[0]!,
    spotlight: crowd[1]!,
    plan: Array.from({ length: hourLimits.segments }, () => ({
      kind: 'talk' as const,
      minutes: 60,
      title: full(hourLimits.segmentTitle),
    })),
    order: Array.from({ length: hourLimits.topics }, (_, at) => topicId(String(at).padStart(36, '0'))),
    pairs: Array.from({ length: 250 }, (_, at) => [crowd[2 * at]!.id, crowd[2 * at + 1]!.id]),
    digest: full(2_000),
  });
  const topic = aTopic('Mei', {
    text: full(topicLimits.text),
    messageLink: 'x'.repeat(2_000),
    supporters: crowd.slice(0, topicLimits.supporters),
  });
  const item = anAction('Mei', {
    text: full(actionLimits.text),
    postponed: Array.from({ length: actionLimits.postponed }, () => '2026-11-19'),
  });

  written(keys.hour(thursday), hourCells(hour));
  written(keys.note(thursday, aNote('Mei').id), noteCells(aNote('Mei', { text: full(noteLimits.text) })));
  written(keys.topic(topic.id), topicCells(topic));
  written(keys.action(item.id), actionCells(item));

  expect(hourOf(stored(hourCells(hour)))).toEqual(hour);
});

/** Everybody has met everybody; later hours have the greater numbers. */
function aTeamThatMet(count: number): Turns {
  const people = Array.from({ length: count }, (_, at) =>
    personId(`33333333-3333-4333-8333-${String(at).padStart(12, '0')}`),
  );
  const met = new Map<string, number>();
  people.forEach((one, at) =>
    people.slice(at + 1).forEach((other, distance) => met.set(meetingKey(one, other), ((at + distance) % count) + 1)),
  );
  const by = (value: number) => new Map(people.map((one): [PersonId, number] => [one, value]));
  return {
    ...noTurns,
    held: count,
    givenBack: 45 * count,
    facilitated: by(3),
    spotlighted: by(4),
    inTrios: by(2),
    met,
    lastDate: thursday as HourDate,
  };
}

test('a team of sixty is remembered whole', () => {
  const turns = aTeamThatMet(60);
  expect(turns.met.size).toBe(1_770);

  written(keys.turns, turnsCells(turns));

  expect(turnsOf(stored(turnsCells(turns)))).toEqual(turns);
});

test('of a team of five hundred what is longest ago is forgotten, and everything else remembered', () => {
  const turns = aTeamThatMet(500);

  written(keys.turns, turnsCells(turns));
  const { met, ...others } = turnsOf(stored(turnsCells(turns)));

  const { met: all, ...same } = turns;
  expect(others).toEqual(same);
  expect(met.size).toBeGreaterThan(10_000);
  expect([...met].filter(([key, held]) => all.get(key) !== held)).toEqual([]);
  const forgotten = [...all].filter(([key]) => !met.has(key)).map(([, held]) => held);
  const lastForgotten = forgotten.reduce((one, other) => Math.max(one, other), 0);
  expect([...met.values()].reduce((one, other) => Math.min(one, other))).toBeGreaterThanOrEqual(lastForgotten);
});

test('the dates of hours are in their keys newest first, and places say which they stand for', () => {
  fc.assert(
    fc.property(moment, moment, fc.uuid(), fc.boolean(), (one, other, id, isClosed) => {
      const [a, b] = [one, other].map((at) => at.toISOString().slice(0, 10)) as [string, string];
      const at = isClosed ? one.toISOString() : a;
      const place = { isClosed, at, id: anAction('Mei', { id: id as never }).id };

      expect(keys.hour(a) < keys.hour(b)).toBe(a > b);
      expect(keys.invertedDate(keys.invertedDate(a))).toBe(a);
      expect(keys.actionPlaceAt(keys.actionPlace(place))).toEqual(place);
      expect(
        keys.actionPlace({ ...place, isClosed: false, at: '' }) >
          keys.actionPlace({ ...place, isClosed: false, at: a }),
      ).toBe(true);
      expect(
        keys.waitingFor({ createdAt: one, id: id as never }) < keys.waitingFor({ createdAt: other, id: id as never }),
      ).toBe(one < other);
      const { after, before } = keys.scheduleAndHoursFrom(a);
      const holds = (key: string) => key > after && key < before;
      expect([keys.schedule, keys.hour(a), keys.hour(b)].map(holds)).toEqual([true, true, b >= a]);
      expect(holds(keys.team) || holds(keys.proposal(idOf('Mei')))).toBe(false);
    }),
  );
});

test('no row of an hour, of what is in it, or of a person can be taken for another', () => {
  const tricky = fc.oneof(text, fc.constantFrom('', '.', '~', 'a.b', 'a', 'b', '.a', 'note.a', '-', '_', 'some-day'));
  const rowsOf = (of: string) => {
    const id = of as never;
    return [
      keys.note(thursday, id),
      keys.passingNote(thursday, id),
      keys.closedTopic(thursday, id),
      keys.thanks(thursday, { createdAt: noon, id }),
      ...(['away', 'present', 'talked'] as const).map((kind) => keys.mark(thursday, kind, id)),
      keys.exit(thursday, id),
      keys.status(thursday, id),
      keys.topic(id),
      keys.onAgenda({ createdAt: noon, id }),
      keys.action(id),
      keys.teamActions + keys.actionPlace({ isClosed: false, at: '', id }),
      keys.actionsOf(id) + keys.actionPlace({ isClosed: true, at: noon.toISOString(), id }),
      keys.myActions(id) + keys.actionPlace({ isClosed: false, at: thursday, id }),
      keys.waitingFor({ createdAt: noon, id }),
      keys.avoid(id),
    ];
  };
  fc.assert(
    fc.property(tricky, tricky, (one, other) => {
      fc.pre(one.toWellFormed() !== other.toWellFormed());
      const rows = [...rowsOf(one), ...rowsOf(other), keys.schedule, keys.hour(thursday), keys.pulse, keys.turns];

      expect(new Set(rows).size).toBe(rows.length);
      for (const row of rows) expect(row).toMatch(/^[\w.-]+$/);
    }),
  );
});
