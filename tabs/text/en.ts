import { first } from './en/first.ts';
import { later } from './en/later.ts';

/** Every sentence of the tab. English is the type: another language does not compile until it has them all. */
export const en = { ...first, ...later };
