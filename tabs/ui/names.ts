import { someoneWhoLeftId } from '#contract/erased';
import type { Text } from '../text/text.ts';

type Named = { readonly id: string; readonly name: string };

// "Nadia Haddad", "Jean-Luc Van Damme"; not "Haddad, Nadia (EXT)", and no script that does not part its names.
const spoken =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’.-]+( [\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’.-]+){1,2}$/u;

/**
 * What colleagues call each other: the first name, where it is clear that it is one and nobody else here has it; the whole name
 * otherwise.
 */
export function shortNames(members: readonly Named[]): ReadonlyMap<string, string> {
  const first = (name: string) => (spoken.test(name) ? name.split(' ')[0]! : name);
  const times = new Map<string, number>();
  for (const { name } of members) times.set(first(name), (times.get(first(name)) ?? 0) + 1);
  return new Map(members.map(({ id, name }) => [id, times.get(first(name)) === 1 ? first(name) : name]));
}

/** How a sentence to `me` calls people: me as "you", the others by name, me first. */
export function callingBy(short: ReadonlyMap<string, string>, me: string, { t, list }: Text) {
  const one = (person: Named) =>
    person.id === someoneWhoLeftId ? t('person.left') : (short.get(person.id) ?? person.name);
  const oneInside = (person: Named) => (person.id === someoneWhoLeftId ? t('person.leftInside') : one(person));
  /** The same order wherever they are shown: me first. */
  const meFirst = (people: readonly Named[]) => [...people].sort((a, b) => Number(b.id === me) - Number(a.id === me));
  return {
    meFirst,
    /** Inside a sentence: "you and Nadia". */
    inside: (people: readonly Named[]) =>
      list(meFirst(people).map((person) => (person.id === me ? t('person.youInside') : oneInside(person)))),
    /** At the start of one: "You and Nadia". */
    atStart: (people: readonly Named[]) =>
      list(
        meFirst(people).map((person, place) =>
          person.id !== me
            ? (place === 0 ? one : oneInside)(person)
            : t(place === 0 ? 'person.you' : 'person.youInside'),
        ),
      ),
    one,
  };
}
export type Calling = ReturnType<typeof callingBy>;
