import { audienceOf, type Kudos } from '../domain/kudos.ts';
import * as keys from './keys.ts';
import { stemsOf } from './searchWords.ts';

/**
 * Where a kudos is found: the row keys of all its copies. They follow from what never changes about it, so that whoever
 * joins in, or takes it back, finds every copy again. What only some may see has copies nowhere but with them.
 */
export function copiesOf(kudos: Kudos): string[] {
  const place = keys.place(kudos);
  return listsOf(kudos).map((list) => list + place);
}

function listsOf(kudos: Kudos): string[] {
  const audience = audienceOf(kudos);
  if (audience) return audience.map(keys.hidden);
  return [
    keys.wall,
    ...[kudos.from, ...kudos.to].map((person) => keys.by(person.id)),
    ...(kudos.value ? [keys.value(kudos.value)] : []),
    ...stemsOf(kudos).map(keys.word),
  ];
}
