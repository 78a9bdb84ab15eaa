import type { Card } from './cards/elements.ts';

/* A dialog of Teams, as an answer to the message extension and to a card's button alike. */

export const formDialog = (title: string, card: Card) => ({
  task: {
    type: 'continue',
    value: {
      title,
      width: 'medium',
      height: 'large',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    },
  },
});

export const messageDialog = (sentence: string) => ({ task: { type: 'message', value: sentence } });
