import type { PersonCard } from '#contract/profile';
import { folded } from '#contract/limits';
import { isFree } from './placeAndTime.ts';

/** Whom somebody looks for. It lives in the URL. */
export const shows = ['everybody', 'showMe', 'showThem', 'free'] as const;
export type Show = (typeof shows)[number];

export type Looking = {
  readonly show: Show;
  readonly q: string;
  /** Asks who can help with these words instead. */
  readonly isForHelp: boolean;
};

export function lookingIn(params: URLSearchParams): Looking {
  const show = shows.find((known) => known === params.get('show')) ?? 'everybody';
  const q = params.get('q')?.trim() ?? '';
  return { show, q, isForHelp: params.has('help') && q !== '' };
}

export type Known = {
  readonly card: PersonCard;
  /** Everything that is found by typing, in one string. */
  readonly words: string;
  readonly canShow: ReadonlySet<string>;
  readonly wantsToLearn: ReadonlySet<string>;
};

/** Everybody, made ready to be looked through with every letter that is typed; me last. */
export function knownFrom(cards: readonly PersonCard[], me: string): readonly Known[] {
  const known = cards.map((card) => ({
    card,
    words: folded([card.name, card.role, ...card.canShow, ...card.wantsToLearn, ...card.strengths].join('\n')),
    canShow: new Set(card.canShow.map(folded)),
    wantsToLearn: new Set(card.wantsToLearn.map(folded)),
  }));
  return [...known.filter(({ card }) => card.id !== me), ...known.filter(({ card }) => card.id === me)];
}

/** Every word that was typed is somewhere in what they are called or told. */
export function found(people: readonly Known[], typed: string, show: Show, me: string, now: Date): readonly Known[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const mine = people.find(({ card }) => card.id === me);
  return people.filter((one) => words.every((word) => one.words.includes(word)) && answers(one, show, mine, now));
}

function answers(one: Known, show: Show, mine: Known | undefined, now: Date): boolean {
  if (show === 'everybody') return true;
  if (show === 'free') return isFree(one.card, now);
  if (!mine || one === mine) return false;
  return show === 'showMe' ? meet(one.canShow, mine.wantsToLearn) : meet(mine.canShow, one.wantsToLearn);
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].some((tag) => others.has(tag));
