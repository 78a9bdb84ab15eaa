import type { PersonId } from '../domain/ids.ts';
import { isThanked, type Kudos } from '../domain/kudos.ts';
import { folded } from '../domain/words.ts';
import type { KudosFilter, KudosTerm } from '../app/kudosPorts.ts';
import * as keys from './keys.ts';
import { isIndexed, isMetBy, searchWords, stemOf, wordsOfKudos } from './searchWords.ts';
import type { Source } from './slices.ts';

/** Which lists to read for a question, and what of them belongs to the answer. `null` when nothing can. */
export type Search = { readonly sources: readonly Source[]; readonly belongs: (kudos: Kudos) => boolean };

// Work per slice is bounded by these two; whatever is left is for the next one.
const rowsPerList = 100;
const maxLists = 9;

export function searchFor(viewer: PersonId, filter: KudosFilter, limit: number): Search | null {
  const { person, value } = filter;
  const mine = keys.hidden(viewer);
  if (person === undefined && value === undefined && !filter.terms?.length) {
    return { sources: listed([keys.wall, mine], limit + 1), belongs: () => true };
  }

  const terms = (filter.terms ?? []).map(understood).filter(({ isEmpty }) => !isEmpty);
  const leads = [
    ...terms.map(leadOf),
    ...(value === undefined ? [] : [exactly(keys.value(value))]),
    ...(person === undefined ? [] : [exactly(keys.by(person))]),
  ];
  const lead = leads.filter(({ lists }) => lists.length > 0).sort(cheapestFirst)[0];
  if (!lead) return null;
  // A name or value that many share leads to more lists than may be read at once: then the wall itself is the shorter way.
  const isWide = lead.lists.length > maxLists;
  // Where there is no other condition, all that the lists hold is asked for.
  const take = leads.length === 1 && !isWide ? limit + 1 : rowsPerList;
  return {
    sources: [...listed(isWide ? [keys.wall] : lead.lists, take), ...listed([mine], rowsPerList)],
    belongs: (kudos) =>
      (person === undefined || isBetween(kudos, person)) &&
      (value === undefined || hasValue(kudos, value)) &&
      meets(kudos, terms),
  };
}

const listed = (prefixes: readonly string[], take: number): Source[] => prefixes.map((prefix) => ({ prefix, take }));

/** A term with its words; `isEmpty` when it holds nothing that could be looked for, like a dash, and is passed over. */
type Understood = KudosTerm & { readonly words: readonly string[]; readonly isEmpty: boolean };

function understood(term: KudosTerm): Understood {
  const words = searchWords(term.word);
  return { ...term, words, isEmpty: words.length + term.people.length + term.values.length === 0 };
}

function meets(kudos: Kudos, terms: readonly Understood[]): boolean {
  let said: string[] | undefined;
  return terms.every(({ words, people, values }) => {
    if (people.some((person) => isBetween(kudos, person))) return true;
    if (values.some((value) => hasValue(kudos, value))) return true;
    said ??= wordsOfKudos(kudos);
    return words.length > 0 && words.every((word) => isMetBy(word, said!));
  });
}

/** The lists in which everything that meets a condition is found; not `isComplete` when a word of it is in no list. */
type Lead = { readonly lists: readonly string[]; readonly isComplete: boolean; readonly wordLength: number };

function leadOf({ words, people, values }: Understood): Lead {
  const longest = words.filter(isIndexed).sort((one, other) => other.length - one.length)[0];
  return {
    lists: [
      ...(longest === undefined ? [] : [keys.word(stemOf(longest))]),
      ...people.map(keys.by),
      ...values.map(keys.value),
    ],
    isComplete: words.length === 0 || longest !== undefined,
    wordLength: longest?.length ?? 0,
  };
}

const exactly = (list: string): Lead => ({ lists: [list], isComplete: true, wordLength: 0 });

/** The fewest lists; among those the longest word, because it is the rarest. */
const cheapestFirst = (one: Lead, other: Lead) =>
  Number(other.isComplete) - Number(one.isComplete) ||
  one.lists.length - other.lists.length ||
  other.wordLength - one.wordLength;

const isBetween = (kudos: Kudos, person: PersonId) => kudos.from.id === person || isThanked(kudos, person);
const hasValue = (kudos: Kudos, value: string) => kudos.value !== null && folded(kudos.value) === folded(value);
