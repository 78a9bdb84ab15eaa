import type { Ask } from './goalCircle.ts';
import type { PersonId } from './ids.ts';
import { byName, type Member } from './team.ts';
import { folded, wordsOf } from './words.ts';

/** Somebody whose "can show" fits what is looked for. */
export type Help = {
  readonly person: Member;
  readonly fits: readonly string[];
  /** What the team is asked for that their "can show" fits as well. */
  readonly asks: readonly Ask[];
};

type Skilled = { readonly person: Member; readonly canShow: readonly string[] };

/**
 * Who can help with something, best fit first: a tag that is named whole before one that holds more of the words, and nobody
 * before anybody by how much they helped. Among equals by name, so that the same question has the same answer.
 */
export function whoCanHelp(wanted: string, people: readonly Skilled[], asks: readonly Ask[], me: PersonId): Help[] {
  return people
    .filter(({ person }) => person.id !== me)
    .map(({ person, canShow }) => {
      const fits = canShow
        .map((tag) => ({ tag, score: fit(wanted, tag) }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score);
      const theirs = asks.filter((ask) => ask.owner.id !== person.id && canShow.some((tag) => fit(ask.text, tag) > 0));
      return { person, fits: fits.map(({ tag }) => tag), asks: theirs, score: fits[0]?.score ?? 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || byName(one.person, other.person))
    .map(({ person, fits, asks: theirs }) => ({ person, fits, asks: theirs }));
}

/** How well a tag fits words: 1 when they are the same, less the fewer of the tag's words are begun by them, 0 when none is. */
export function fit(wanted: string, tag: string): number {
  if (folded(wanted) === folded(tag)) return 1;
  const [words, inTag] = [wordsOf(folded(wanted)), partsOf(tag)];
  const met = inTag.filter((part) => words.some((word) => isBegun(part, word)));
  return inTag.length === 0 ? 0 : (0.9 * met.length) / inTag.length;
}

/** Long words fit by how they begin, in either way: "budget" finds "budgets". Short ones say too little for that. */
function isBegun(part: string, word: string): boolean {
  if (part === word) return true;
  return word.length >= 4 && part.length >= 4 && (part.startsWith(word) || word.startsWith(part));
}

/** What a tag says. Words of up to two letters are mostly the glue between the others; where there is nothing else (UX), they count. */
function partsOf(tag: string): string[] {
  const all = wordsOf(folded(tag));
  const long = all.filter((word) => word.length > 2 || /[^\p{Script=Latin}]/u.test(word));
  return long.length > 0 ? long : all;
}
