import type { en } from './en.ts';
import { first as english } from './en/first.ts';
import type { later } from './en/later.ts';
import { fillIn } from './fillIn.ts';
import { parse } from './parse.ts';

export type TextKey = keyof typeof en;
export type FirstMessages = Readonly<Record<keyof typeof english, string>>;
export type LaterMessages = Readonly<Record<keyof typeof later, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** The words of one language, and how it writes lists. Dates are written in `locale`, too. */
export type Text = {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  t(key: TextKey, values?: Values): string;
  /** "Nadia and Tom", "You, Nadia and Tom". */
  list(names: readonly string[]): string;
};

type Catalogue = {
  readonly first: () => Promise<FirstMessages>;
  readonly later: () => Promise<LaterMessages>;
};

const catalogues: Readonly<Record<string, Catalogue>> = {
  en: { first: async () => english, later: async () => (await import('./en/later.ts')).later },
  de: {
    first: async () => (await import('./de/first.ts')).first,
    later: async () => (await import('./de/later.ts')).later,
  },
  ar: {
    first: async () => (await import('./ar/first.ts')).first,
    later: async () => (await import('./ar/later.ts')).later,
  },
};

// What Teams sends for the language that shows the keys instead of the words, to find sentences that were never translated.
const showsKeys = 'qps-ploc';

const fetched = new Map<Catalogue['later'], LaterMessages>();
let fetchMore: () => Promise<void> = async () => undefined;

/** The first screen's words, in the language of who reads. A language we do not speak is English. */
export async function loadText(wanted: string): Promise<Text> {
  const language = wanted.toLowerCase().split('-')[0]!;
  const catalogue = catalogues[language];
  const messages = await catalogue?.first().catch(() => null); // English words are better than an empty page.
  const text = messages ? createText(wanted, messages) : createText('en', english);
  const later = (messages && catalogue ? catalogue : catalogues.en!).later;
  fetchMore = async () => {
    fetched.set(later, await later());
    text.add(fetched.get(later)!);
  };
  // Parts that are there already do not ask for their words again.
  if (fetched.has(later)) text.add(fetched.get(later)!);
  return wanted.toLowerCase() === showsKeys ? { ...text, t: (key) => `[[${key}]]` } : text;
}

/** The words of everything that is not on the first screen: whoever fetches a part of the page waits for these as well. */
export const moreWords = () => fetchMore();

export function createText(wanted: string, messages: FirstMessages): Text & { add(more: LaterMessages): void } {
  const locale = knownLocale(wanted);
  const dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
  let known: Readonly<Record<string, string>> = messages;
  const names = new Intl.ListFormat(locale, { type: 'conjunction' });
  const foreign = dir === 'rtl' ? latin : rightToLeft;
  return {
    locale,
    dir,
    t: (key, values = {}) => fillIn(locale, parse(known[key] ?? insteadOf(key)), isolatedIn(values)),
    list: (all) => names.format(all.map((name) => isolated(name, foreign))),
    add: (more) => void (known = { ...known, ...more }),
  };

  // A refusal that this tab has no words for: of a newer service, or the words are still on their way.
  function insteadOf(key: string): string {
    return key.startsWith('refusal.') ? messages['problem.unexpected'] : key;
  }

  function isolatedIn(values: Values): Values {
    const each = ([name, value]: [string, string | number]) =>
      [name, typeof value === 'string' ? isolated(value, foreign) : value] as const;
    return Object.fromEntries(Object.entries(values).map(each));
  }
}

/** Teams says `en-us`; a locale that Intl does not know must not cost anybody the page. */
function knownLocale(wanted: string): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const latin = /\p{Script=Latin}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A name of the other direction must not turn the sentence around it. */
const isolated = (text: string, foreign: RegExp) =>
  foreign.test(text) && !text.includes('\u2068') ? `\u2068${text}\u2069` : text;
