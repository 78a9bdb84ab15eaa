import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type TextKey } from './en.ts';

const catalogues = { en, de, ar } satisfies Record<string, Readonly<Record<TextKey, string>>>;

export type Language = keyof typeof catalogues;
export const languages = Object.keys(catalogues) as Language[];

/** Whole sentences by key; the others put a list of names, a date or a time into one, the way the language does. */
export type Text = {
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
  names(names: readonly string[], atMost?: number): string;
  /** A local date `YYYY-MM-DD`. */
  day(date: string): string;
  /** The same with its weekday, without its year. */
  weekday(date: string): string;
  /** 1 is Monday, 7 is Sunday. */
  nameOfWeekday(weekday: number): string;
  /** What the clock shows in a zone. */
  time(at: Date, zone: string): string;
  zone(zone: string): string;
};

/** The language somebody reads, by their locale; English when we do not have it. */
export function createText(locale: string | null | undefined): Text {
  return (known[languageOf(locale)] ??= speak(languageOf(locale)));
}

const known: Partial<Record<Language, Text>> = {};

function languageOf(locale: string | null | undefined): Language {
  const wanted = locale?.split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === wanted) ?? 'en';
}

function speak(language: Language): Text {
  const messages = Object.entries(catalogues[language]).map(([key, message]) => [key, compileMessageOrThrow(message)]);
  const i18n = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(messages) } });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const text = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) =>
    i18n._(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, verbatim(value)])));
  const names = (all: readonly string[], atMost = all.length) =>
    list.format(all.length <= atMost ? all : [...all.slice(0, atMost), text('names.others')]);
  const medium = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const day = (date: string) => medium.format(new Date(`${date}T00:00:00Z`));
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const weekday = (date: string) => long.format(new Date(`${date}T00:00:00Z`));
  const ofWeek = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const nameOfWeekday = (day: number) => ofWeek.format(new Date(Date.UTC(2024, 0, day)));
  const time = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
  // What counts everywhere is called after London by some languages, whose clocks are put forward in summer.
  const zone = (timeZone: string) => (timeZone === 'UTC' ? timeZone : zoneName(timeZone));
  const zoneName = (timeZone: string) =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')!.value;
  return Object.assign(text, { language, names, day, weekday, nameOfWeekday, time, zone });
}

/** Lingui reads `\u0041` in a finished sentence as the letter A; what people typed keeps its backslashes. */
const verbatim = (value: string | number) => (typeof value === 'string' ? value.replaceAll('\\', '\\x5c') : value);
