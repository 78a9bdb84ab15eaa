import type { Card, CardAction } from './fakeConnector.ts';

type Part = {
  readonly text?: string;
  readonly inlines?: readonly { text: string }[];
  readonly items?: readonly object[];
  readonly actions?: readonly CardAction[];
};

/** What stands in a card, in order, whatever it is grouped by. */
export const partsOf = (body: readonly object[]): Part[] =>
  (body as Part[]).flatMap((part) => (part.items ? partsOf(part.items) : [part]));

/** All the buttons of a card, those among its words first. */
export const buttonsIn = (card: Card): CardAction[] => [
  ...partsOf(card.body).flatMap(({ actions }) => actions ?? []),
  ...(card.actions ?? []),
];
