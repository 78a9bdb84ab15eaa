import type { HourDate, PersonId } from '../domain/ids.ts';
import { meetingKey } from '../domain/pair.ts';
import type { Turns } from '../domain/turns.ts';
import type { Cells } from './limits.ts';
import { listCells, listOf } from './longCells.ts';
import { type Read, schema, told, toldOf } from './rows.ts';

/*
 * The row of turns. People are written once and referred to by number: in a team of sixty 1,770 pairs have met, in one of five hundred
 * more than a row can hold. What does not fit is what is longest ago: there are enough people left that have not met.
 */

export function turnsCells(turns: Turns): Cells {
  const people = new Map<PersonId, number>();
  const numberOf = (person: PersonId) => {
    if (!people.has(person)) people.set(person, people.size);
    return people.get(person)!;
  };
  const numbered = (by: ReadonlyMap<PersonId, number>) => [...by].map(([person, value]) => [numberOf(person), value]);
  const cells = {
    ...schema,
    held: turns.held,
    givenBack: turns.givenBack,
    ...told({ lastDate: turns.lastDate }),
    ...listCells('facilitated', numbered(turns.facilitated)),
    ...listCells('spotlighted', numbered(turns.spotlighted)),
    ...listCells('inTrios', numbered(turns.inTrios)),
    ...listCells(
      'met',
      latestFirst(turns.met).flatMap(([key, held]) => {
        const [one, other] = key.split(' ') as [PersonId, PersonId];
        return people.size < maxPeople ? [[numberOf(one), numberOf(other), held]] : [];
      }),
    ),
  };
  return { ...cells, ...listCells('people', [...people.keys()]) };
}

export function turnsOf(cells: Read): Turns {
  const people = listOf<PersonId>(cells, 'people', (id) => id);
  const by = (name: string) =>
    new Map(listOf<[number, number]>(cells, name, (one) => one).map(([person, value]) => [people[person]!, value]));
  return {
    held: Number(cells['held'] ?? 0),
    givenBack: Number(cells['givenBack'] ?? 0),
    facilitated: by('facilitated'),
    spotlighted: by('spotlighted'),
    inTrios: by('inTrios'),
    met: new Map(
      listOf<[number, number, number]>(cells, 'met', (one) => one).map(([one, other, held]) => [
        meetingKey(people[one]!, people[other]!),
        held,
      ]),
    ),
    lastDate: toldOf(cells['lastDate']) as HourDate | null,
  };
}

// With everything else of the row, these many stay below a megabyte.
const maxMeetings = 15_000;
const maxPeople = 4_000;

const latestFirst = (met: Turns['met']) => [...met].sort(([, one], [, other]) => other - one).slice(0, maxMeetings);
