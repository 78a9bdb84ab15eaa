import type { TextKey } from '../text/text.ts';

/** The rooms that have a door, in the order in which they stand. A new room is one line here and its pages in `Rooms`. */
export const doors = [
  { path: '/hour', name: 'shell.hour' },
  { path: '/people', name: 'shell.people' },
  { path: '/goals', name: 'shell.goals' },
  { path: '/kudos', name: 'shell.kudos' },
] as const satisfies readonly {
  readonly path: `/${string}`;
  readonly name: TextKey;
}[];

export type Door = (typeof doors)[number];

export const settingsPath = '/settings';

/** Where one is when nothing says where to go. */
export const firstDoor = '/kudos';
