import { kudosLimits } from '../domain/kudos.ts';
import { type Activity, type Mention, mentionsIn } from './activity.ts';
import { shortened } from './kudosFormInput.ts';

/** In every language that the bot speaks, whichever the client is set to. */
const commandWords = {
  kudos: ['kudos', 'thank', 'danke', 'شكر', 'شكرا', 'شكراً'],
  goals: ['goals', 'goal', 'ziele', 'ziel', 'أهدافي', 'اهدافي', 'أهداف', 'اهداف'],
  hour: ['hour', 'stunde', 'الساعة', 'ساعة', 'ساعتنا'],
  actions: ['actions', 'action', 'promises', 'aufgaben', 'aufgabe', 'zusagen', 'المهام', 'مهام', 'مهامي', 'وعود'],
  remind: [
    'remind',
    'reminder',
    'reminders',
    'erinnere',
    'erinner',
    'erinnerung',
    'erinnerungen',
    'ذكرني',
    'ذكّرني',
    'تذكير',
  ],
  stop: ['stop', 'stopp', 'توقف', 'أوقف', 'اوقف'],
  help: ['help', 'hilfe', 'مساعدة', '?'],
  hello: ['hello', 'hi', 'hey', 'hallo', 'مرحبا', 'مرحباً'],
} as const;

export type Reading = {
  readonly command: keyof typeof commandWords | 'other';
  /** Everybody but the bot, in order. */
  readonly mentions: readonly Mention[];
  /** What it is about: without the command, the names right after it, and "for". */
  readonly rest: string;
};

const maxCommand = 40;
// Stands for a mention while the text is read.
const mark = '\ue000';

export function readingOf(activity: Activity): Reading {
  const all = mentionsIn(activity);
  const isBot = ({ mentioned }: Mention) => mentioned.id === activity.recipient?.id;
  const mentions = all.filter((mention) => !isBot(mention));
  let text = (activity.text ?? '').replaceAll(mark, ' ').replaceAll('&nbsp;', ' ');
  for (const mention of all) {
    if (mention.text) text = text.replace(mention.text, isBot(mention) ? ' ' : ` ${mark} `);
  }
  const [first = '', ...others] = withoutFillers(text.trim().split(/\s+/));
  const word = wordIn(first);
  const command = (Object.keys(commandWords) as (keyof typeof commandWords)[]).find((known) =>
    (commandWords[known] as readonly string[]).includes(word),
  );
  return { command: command ?? 'other', mentions, rest: subjectIn(others.join(' '), mentions) };
}

// Some write what they mean as the bot writes it, in quotation marks; or in bold, which comes with its asterisks.
const wordIn = (said: string) =>
  said
    .slice(0, maxCommand)
    .toLowerCase()
    .replace(/^["'“”„‚‘’«»*_`]+(?=.)/u, '')
    .replace(/(?<=.)["'“”‘’«»*_`]+$/u, '')
    .replace(/(?<=.)["'“”‘’«»*_`!?.…,:؟،]+$/u, '');

// "Show me my goals" is "goals".
const fillers = new Set([
  'show',
  'me',
  'my',
  'our',
  'please',
  'zeig',
  'zeige',
  'mir',
  'mein',
  'meine',
  'unsere',
  'bitte',
]);

function withoutFillers(words: string[]): string[] {
  const start = words.findIndex((word) => !fillers.has(wordIn(word)));
  return start < 0 ? words : words.slice(start);
}

function subjectIn(text: string, mentions: readonly Mention[]): string {
  const left = mentions[Symbol.iterator]();
  const withNames = (part: string) => part.replaceAll(mark, () => left.next().value?.mentioned.name ?? '');
  const [names = '', subject = ''] = splitAfter(text, /^(?:[\s,;:&]|\ue000|and\b|und\b|و(?=\s))*/u);
  withNames(names);
  return shortened(withNames(subject.replace(/^(?:for|für|على)\s+/iu, '')), kudosLimits.text);
}

function splitAfter(text: string, start: RegExp): [string, string] {
  const length = start.exec(text)?.[0].length ?? 0;
  return [text.slice(0, length), text.slice(length)];
}
