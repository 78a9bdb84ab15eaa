import type { Values } from './text.ts';

type Cases = Readonly<Record<string, Sentence>>;
type Token = string | readonly [name: string, kind?: 'number' | 'plural' | 'select', cases?: Cases];

/** An ICU message, parsed. */
export type Sentence = readonly Token[];

/** A sentence with its values, counted and chosen the way the language does. Values are data: nothing in them is read again. */
export function fillIn(locale: string, sentence: Sentence, values: Values): string {
  const figures = (value: number) => new Intl.NumberFormat(locale).format(value);
  return say(sentence);

  function say(tokens: Sentence, counted?: number): string {
    return tokens.map((token) => (typeof token === 'string' ? said(token, counted) : filled(token, counted))).join('');
  }

  function said(words: string, counted?: number): string {
    return words === '#' && counted !== undefined ? figures(counted) : words;
  }

  function filled([name, kind, cases = {}]: Exclude<Token, string>, counted?: number): string {
    const value = values[name];
    if (value === undefined) return '';
    if (kind === 'number' || (typeof value === 'number' && !kind)) return figures(Number(value));
    if (kind === 'select') return say(cases[value] ?? cases.other!, counted);
    if (kind !== 'plural') return String(value);
    const count = Number(value);
    return say(cases[count] ?? cases[new Intl.PluralRules(locale).select(count)] ?? cases.other!, count);
  }
}
