import type { FirstMessages } from '../text.ts';

export const first = { 'kudos.give': 'X' } as unknown as FirstMessages;
