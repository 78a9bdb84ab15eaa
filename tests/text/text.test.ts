import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { ar } from '../../bot/text/ar.ts';
import { de } from '../../bot/text/de.ts';
import { en, type TextKey } from '../../bot/text/en.ts';
import { createText, languages } from '../../bot/text/text.ts';

const keys = Object.keys(en) as TextKey[];

const facts = {
  ...{ name: 'Ana', names: 'Ana', team: 'Design', from: 'Ana', to: 'Ben', text: 'x', title: 'x', tags: 'x' },
  ...{ done: 0, step: 'x', date: 'x', time: 'x', zone: 'x', start: '9', end: '5', role: 'x', ask: 'x', reason: 'x' },
};

test.each(Object.entries({ en, de, ar }))('every sentence in %s is a message that can be read', (_, catalogue) => {
  for (const message of Object.values(catalogue)) expect(() => compileMessageOrThrow(message)).not.toThrow();
});

test.each(Object.entries({ de, ar }))('%s says every sentence with the same facts as English', (_, catalogue) => {
  for (const key of keys) expect([key, argumentsOf(catalogue[key])]).toEqual([key, argumentsOf(en[key])]);
});

test.each(languages)('in %s nothing is left unsaid, whatever the count', (language) => {
  const text = createText(language);
  for (const key of keys)
    for (const count of [0, 1, 2, 3, 11, 100]) expect(text(key, { ...facts, count, total: count })).toMatch(/^[^{}]+$/);
});

test('nobody shouts', () => {
  for (const catalogue of [en, de, ar]) expect(Object.values(catalogue).join()).not.toMatch(/[!！]/);
});

test.each([
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['ar_SA', 'ar'],
  ['en-GB', 'en'],
  ['ja-JP', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['__proto__', 'en'],
  ['constructor', 'en'],
])('somebody who reads %p is spoken to in %s', (locale, language) => {
  expect(createText(locale).language).toBe(language);
});

test('names are put into a sentence as the language does it', () => {
  expect(createText('en').names(['Ana', 'Ben', 'Cem'])).toBe('Ana, Ben, and Cem');
  expect(createText('de').names(['Ana', 'Ben', 'Cem'])).toBe('Ana, Ben und Cem');
});

test('a long list of names ends in others, not in a number', () => {
  expect(createText('en').names(['Ana', 'Ben', 'Cem', 'Dee'], 2)).toBe('Ana, Ben, and others');
});

test('days, times and zones are told as the language does it', () => {
  const [english, german] = [createText('en'), createText('de')];
  const at = new Date('2026-11-23T13:05:00Z');
  expect([english.day('2026-12-01'), german.day('2026-12-01')]).toEqual(['Dec 1, 2026', '01.12.2026']);
  expect([english.time(at, 'Europe/Berlin'), german.time(at, 'America/New_York')]).toEqual(['14:05', '08:05']);
  expect(german.zone('Europe/Berlin')).toBe('Mitteleuropäische Zeit');
});

test('what people typed is put into a sentence as it is', () => {
  for (const typed of ['{name}', '\\u0041', '\\x5c', 'C:\\new', '#', "it's", '${7*7}', '{count, plural, other {x}}']) {
    expect(createText('en')('welcome.by', { name: typed, team: typed })).toBe(`${typed} added me to ${typed}.`);
    expect(createText('en')('form.audience', { count: 2, team: typed })).toContain(
      `The 2 members of ${typed} see this.`,
    );
  }
});

type Token = string | [name: string, type?: string, choices?: Record<string, unknown>];

function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as Token[]) {
      if (!Array.isArray(token)) continue;
      if (token[0] !== '#') found.add(token[0]);
      if (token[2] && typeof token[2] === 'object') Object.values(token[2]).forEach(walk);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...found].sort();
}
