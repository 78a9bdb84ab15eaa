import fc from 'fast-check';
import { digestOf } from '../../bot/domain/digest.ts';
import { noteId } from '../../bot/domain/ids.ts';
import { editNote, isThere, removeNote, saysTheSame, writeNote } from '../../bot/domain/note.ts';
import { closeHour, openHour } from '../../bot/domain/runningHour.ts';
import { minutesAfter } from '../../bot/domain/time.ts';
import { aMember, aPerson, idOf, noon } from '../support/builders.ts';
import { anHour, aNote, aTopic } from '../support/buildersOfHours.ts';
import { refusalOf } from '../support/refusalOf.ts';

const words = { text: 'One page', kind: 'note', keep: true } as const;

test('a line is its author’s; others mark what was decided, and nothing else about it', () => {
  const someWords = fc.record({
    text: fc.constantFrom('One page', 'Two pages'),
    kind: fc.constantFrom('note' as const, 'decision' as const),
    keep: fc.boolean(),
  });
  fc.assert(
    fc.property(someWords, someWords, fc.constantFrom('Amara', 'Mei'), (before, after, who) => {
      const note = aNote('Amara', before);
      const isOthers = who !== 'Amara' && (after.text !== before.text || after.keep !== before.keep);

      expect(refusalOf(() => editNote(note, after, idOf(who)))).toBe(isOthers ? 'note.notYours' : null);
      if (isOthers) return;
      const edited = editNote(note, after, idOf(who));
      expect(edited).toEqual({ ...note, ...after, edition: note.edition + 1 });
      expect(saysTheSame(edited, after)).toBe(true);
    }),
  );
  expect(refusalOf(() => removeNote(aNote('Amara'), idOf('Mei')))).toBe('note.notYours');
  expect(refusalOf(() => removeNote(aNote('Amara'), idOf('Amara')))).toBeNull();
});

test('a line that is written is by who writes it, and has been changed by nobody', () => {
  const note = writeNote(words, { id: noteId('N'), by: aMember('Mei'), now: noon });

  expect(note).toEqual({ ...words, id: 'n', author: aPerson('Mei'), edition: 1, at: noon });
});

test('what stays is always there, and what is just for the hour until a day after it', () => {
  const hour = anHour();
  const held = closeHour(openHour(hour, aMember('Mei'), hour.startsAt), '', minutesAfter(hour.startsAt, 50));
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 10_000 }), (minutes) => {
      const now = minutesAfter(hour.startsAt, minutes);

      expect(isThere(aNote('Mei'), held, now)).toBe(true);
      expect(isThere(aNote('Mei', { keep: false }), held, now)).toBe(minutes < 50 + 24 * 60);
      expect(isThere(aNote('Mei', { keep: false }), hour, now)).toBe(minutes < 60 + 24 * 60);
    }),
  );
});

test('an hour is found by its topics, decisions and lines, never by what was just for it', () => {
  const notes = [
    aNote('Mei', { text: 'a line' }),
    aNote('Mei', { text: 'a secret', keep: false }),
    aNote('Mei', { text: 'a secret decision', keep: false, kind: 'decision' }),
    aNote('Mei', { text: 'a decision', kind: 'decision' }),
  ];

  expect(digestOf({ topics: [aTopic('Amara', { text: 'a topic' })], notes })).toBe('a topic\na decision\na line');
  const long = Array.from({ length: 100 }, () => aNote('Mei', { text: '👩‍👩‍👧‍👦'.repeat(50) }));
  const digest = digestOf({ topics: [], notes: long });
  expect([digest.length, digest.isWellFormed()]).toEqual([8_000, true]);
});
