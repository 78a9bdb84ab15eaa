import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en as ofTheBot } from '../../bot/text/en.ts';
import { first as arFirst } from '../../tabs/text/ar/first.ts';
import { later as arLater } from '../../tabs/text/ar/later.ts';
import { first as deFirst } from '../../tabs/text/de/first.ts';
import { later as deLater } from '../../tabs/text/de/later.ts';
import { en } from '../../tabs/text/en.ts';
import { first } from '../../tabs/text/en/first.ts';
import { fillIn } from '../../tabs/text/fillIn.ts';
import { parse } from '../../tabs/text/parse.ts';
import { sentenceFor } from '../../tabs/text/problems.ts';
import { createText, loadText, type Values } from '../../tabs/text/text.ts';

const languages: Record<string, Record<string, string>> = {
  en,
  de: { ...deFirst, ...deLater },
  ar: { ...arFirst, ...arLater },
};
const others = ['de', 'ar'];

/** The names that a sentence wants to have filled in. */
const wanted = (sentence: string): string[] => {
  const names = new Set<string>();
  const visit = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      names.add(String(token[0]));
      Object.values((token[2] ?? {}) as object).forEach(visit);
    }
  };
  visit(compileMessage(sentence));
  return [...names].sort();
};

test.each(others)('%s has every sentence, and fills in the same things', (language) => {
  for (const [key, sentence] of Object.entries(en)) {
    expect([key, wanted(languages[language]![key]!)]).toEqual([key, wanted(sentence)]);
  }
  expect(Object.keys(languages[language]!).sort()).toEqual(Object.keys(en).sort());
});

test('no language shouts, and none says "user"', () => {
  for (const sentences of Object.values(languages)) {
    for (const sentence of Object.values(sentences)) expect(sentence).not.toMatch(/!|\busers?\b|\bNutzer/);
  }
});

test('every sentence is said somewhere', () => {
  const folder = join(process.cwd(), 'tabs');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^text\/\w\w\//.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

  // A refusal is said by the code that the service answers with; the bot has a sentence for each of them, too.
  const isSaid = (key: string) => (key.startsWith('refusal.') ? key in ofTheBot : code.includes(`'${key}'`));
  expect(Object.keys(en).filter((key) => !isSaid(key))).toEqual([]);
});

test('a refusal that this tab does not know yet is still answered with a sentence', () => {
  const text = createText('de', deFirst);
  expect(text.t(sentenceFor('kudos.ownJoin'))).toBe(deFirst['refusal.kudos.ownJoin']);
  expect(text.t(sentenceFor('tooFast'))).toBe(deFirst['problem.tooFast']);
  expect(text.t(sentenceFor('moon.isDown'))).toBe(deFirst['problem.unexpected']);
});

test('names of the other direction do not turn the sentence around them', () => {
  const english = createText('en', first);
  expect(english.t('kudos.card.joined', { people: 'نادية' })).toBe('\u2068نادية\u2069 too');
  expect(english.t('kudos.card.joined', { people: 'Nadia' })).toBe('Nadia too');
  expect(createText('ar', arFirst).t('kudos.title', { team: 'Studio' })).toBe('الشكر في \u2068Studio\u2069');
});

test('what people typed is filled in as it is, whatever it looks like', () => {
  const { t } = createText('en', first);
  for (const team of ['\\u0041', 'C:\\x41', '{team}', '#', '$1 $&', "it's"]) {
    expect(t('kudos.title', { team })).toBe(`Kudos in ${team}`);
  }
});

test('sentences are counted, and their figures written, the way the language does', () => {
  const said = (locale: string, sentence: string, values: Values) => fillIn(locale, parse(sentence), values);
  const lines = '{n, plural, one {one line} other {# lines}}';
  expect([1, 2, 1200].map((n) => said('en', lines, { n }))).toEqual(['one line', '2 lines', '1,200 lines']);
  const weeks = '{n, plural, =0 {this week} one {one week} two {two weeks} few {few: #} many {many: #} other {#}}';
  expect([0, 1, 2, 3, 11, 100].map((n) => said('ar-EG', weeks, { n }))).toEqual([
    'this week',
    'one week',
    'two weeks',
    'few: ٣',
    'many: ١١',
    '١٠٠',
  ]);
  const both = '{who, select, me {{n, plural, one {my #} other {my # of {of, number}}}} other {no. #, {who}}}';
  expect(said('en', both, { who: 'me', n: 2, of: 1500 })).toBe('my 2 of 1,500');
  expect(said('en', both, { who: 'Tom', n: 2 })).toBe('no. #, Tom');
  expect(said('ar-EG', '{done} / {total}', { done: 3, total: 5 })).toBe('٣ / ٥');
});

test('a locale that nobody knows costs nobody the page', async () => {
  for (const locale of ['', 'x', 'not a locale', 'en_US', '🙂']) {
    expect((await loadText(locale)).t('kudos.give')).toBe('Give kudos');
  }
});
