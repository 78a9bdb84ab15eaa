import type { Card, CardAction } from './fakeConnector.ts';

type Part = {
  readonly id?: string;
  readonly text?: string;
  readonly inlines?: readonly { text: string }[];
  readonly items?: readonly object[];
  readonly columns?: readonly object[];
  readonly actions?: readonly CardAction[];
};

/** What stands in a card, in order, whatever it is grouped by. */
export const partsOf = (body: readonly object[]): Part[] =>
  (body as Part[]).flatMap((part) => {
    const inside = part.items ?? part.columns;
    return inside ? partsOf(inside) : [part];
  });

/** All the buttons of a card, those among its words first. */
export const buttonsIn = (card: Card): CardAction[] => [
  ...partsOf(card.body).flatMap(({ actions }) => actions ?? []),
  ...(card.actions ?? []),
];
