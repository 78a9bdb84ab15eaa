import fc from 'fast-check';
import { fits, folded, tidy, tidyLine, unitsPerCharacter, wordsOf } from '../../bot/domain/words.ts';
import { hostileStrings } from '../support/hostileStrings.ts';

// Everything a string can be, lone surrogates and control characters included.
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(' ', '\r', '\n', '\t', '\0', '\u0301', 'a', 'é', '\u200d', '\ufeff', '\ud83d', '\udc4d'))
    .map((all) => all.join('')),
  fc.constantFrom(...hostileStrings),
);

test('tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tidy(tidy(text))).toBe(tidy(text));
      expect(tidyLine(tidyLine(text))).toBe(tidyLine(text));
    }),
    { numRuns: 1000 },
  );
});

test('a tidy text can be kept, shown and sent anywhere', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tidied = tidy(text);

      expect(tidied.isWellFormed()).toBe(true);
      expect(tidied).toBe(tidied.normalize('NFC'));
      expect(tidied).toBe(tidied.trim());
      expect(tidied).not.toMatch(/[^\P{Cc}\n\t]|[\ufffe\uffff]/u);
      expect(tidyLine(text)).not.toMatch(/[\n\t]| {2}/);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['line ends of every system', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
  ['letters typed in two keystrokes', 'e\u0301te\u0301', 'été'],
  ['spaces at the ends', '\u00a0 thank you \n', 'thank you'],
  ['characters nobody sees and nothing can show', 'a\0b\u0007c\u009f', 'abc'],
  ['tabs and empty lines, which are typed on purpose', 'a\tb\n\n\nc', 'a\tb\n\n\nc'],
  ['half a character', 'a\ud83db', 'a\ufffdb'],
  ['families, flags and skin', '👩‍👩‍👧‍👦🇩🇪👍🏽', '👩‍👩‍👧‍👦🇩🇪👍🏽'],
])('tidying knows %s', (_, typed, kept) => {
  expect(tidy(typed)).toBe(kept);
});

test('a line has no line breaks', () => {
  expect(tidyLine(' Care \r\n\t for\u2028each  other ')).toBe('Care for each other');
});

test.each([
  ['letters', 'x'.repeat(10), true],
  ['one letter more', 'x'.repeat(11), false],
  ['emoji, each of them one', '👍🏽'.repeat(10), true],
  ['one emoji more', '👍🏽'.repeat(11), false],
  ['accents typed apart', 'e\u0301'.repeat(10), true],
  ['one letter under a thousand marks', `a${'\u0301'.repeat(1000)}`, false],
  ['nothing', '', true],
])('ten characters are counted as people count: %s', (_, text, does) => {
  expect(fits(text, 10)).toBe(does);
});

test('what fits is never longer than four units for each character', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, most) => {
      const graphemes = [...new Intl.Segmenter('und').segment(text)].length;

      expect(fits(text, most)).toBe(
        text.length <= most || (graphemes <= most && text.length <= most * unitsPerCharacter),
      );
    }),
  );
});

test('whoever searches need not care about case, accents and width', () => {
  expect(new Set(['Café', 'CAFE', 'café', 'cafe\u0301', 'ＣＡＦＥ'].map(folded)).size).toBe(1);
  expect(folded('ΣΊΣΥΦΟΣ')).toBe(folded('Σίσυφος'));
  expect(folded('ﬁne')).toBe('fine');
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, (text) => expect(folded(folded(text))).toBe(folded(text))),
    { numRuns: 1000 },
  );
});

test('words are words in any script, and nothing else is', () => {
  expect(wordsOf('Thank you, Mei! 🎉 – 3 times')).toEqual(['Thank', 'you', 'Mei', '3', 'times']);
  expect(wordsOf('Спасибо большое за помощь')).toHaveLength(4);
  expect(wordsOf('感谢你的帮助').length).toBeGreaterThanOrEqual(3);
  expect(wordsOf('🎉🎉🎉 … !!! — ')).toEqual([]);
});
