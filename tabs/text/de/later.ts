import type { LaterMessages } from '../text.ts';

export const later = { 'give.title': 'X' } as unknown as LaterMessages;
