import type { TextKey } from '../text/text.ts';

/** The rooms that have a door, in the order in which they stand. A new room is one line here and one route in `App`. */
export const doors = [{ path: '/kudos', name: 'shell.kudos' }] as const satisfies readonly {
  readonly path: `/${string}`;
  readonly name: TextKey;
}[];

export const settingsPath = '/settings';
