import fc from 'fast-check';
import { hourDate, type PersonId } from '../../bot/domain/ids.ts';
import type { Person } from '../../bot/domain/team.ts';
import { addDays } from '../../bot/domain/time.ts';
import { afterHour, type HeldHour, noTurns, type Turns, whoseTurn } from '../../bot/domain/turns.ts';
import { aPerson, aRoster, idOf } from '../support/builders.ts';

const aTeam = (size: number) => Array.from({ length: size }, (_, at) => `Member ${String(at).padStart(2, '0')}`);
const held = (of: Partial<HeldHour> = {}): HeldHour => ({
  date: hourDate('2026-11-19'),
  facilitator: null,
  spotlight: null,
  givesBack: 45,
  pairs: [],
  ...of,
});

/** Who leads, and then who stands in the spotlight, as an hour is planned. */
function assign(turns: Turns, names: readonly string[], absent: readonly PersonId[] = []) {
  const roster = aRoster(...names);
  const facilitator = whoseTurn(turns.facilitated, roster, absent);
  const spotlight = whoseTurn(
    turns.spotlighted,
    roster,
    facilitator ? [...absent, facilitator.id] : absent,
    facilitator?.id,
  );
  return { facilitator, spotlight };
}

/** So many hours, with whoever was absent in each. */
function live(names: readonly string[], absences: readonly (readonly PersonId[])[]) {
  const hours: { facilitator: Person | null; spotlight: Person | null }[] = [];
  let turns = noTurns;
  for (const [at, absent] of absences.entries()) {
    const people = assign(turns, names, absent);
    hours.push(people);
    turns = afterHour(turns, held({ ...people, date: hourDate(addDays('2026-01-01', 7 * at)) }));
  }
  return { hours, turns };
}

const nobody = (hours: number) => Array.from({ length: hours }, () => []);

test.each([2, 3, 4, 5, 6, 8, 9, 15, 30])(
  'in a team of %i everybody leads, and stands in the spotlight, before anybody does so twice',
  (size) => {
    const names = aTeam(size);
    const { hours } = live(names, nobody(3 * size));

    for (let round = 0; round < 3; round++) {
      const those = hours.slice(round * size, (round + 1) * size);
      expect(new Set(those.map(({ facilitator }) => facilitator!.name)).size).toBe(size);
      expect(new Set(those.map(({ spotlight }) => spotlight!.name)).size).toBe(size);
    }
    for (const { facilitator, spotlight } of hours) expect(facilitator!.id).not.toBe(spotlight!.id);
  },
);

test('whoever is away is passed over, and nobody has two turns more than somebody who was always there', () => {
  const names = aTeam(7);
  const someAway = fc.array(fc.subarray(names.map(idOf), { maxLength: 4 }), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(someAway, (absences) => {
      const { hours } = live(names, absences);

      hours.forEach(({ facilitator, spotlight }, at) => {
        expect(absences[at]).not.toContain(facilitator!.id);
        expect(absences[at]).not.toContain(spotlight!.id);
        expect(facilitator!.id).not.toBe(spotlight!.id);
      });
      // Between two turns of anybody, everybody who was there all the while had theirs.
      const turns = hours.map(({ facilitator }) => facilitator!.id);
      turns.forEach((person, at) => {
        const before = turns.lastIndexOf(person, at - 1);
        if (at === 0 || before < 0) return;
        const between = turns.slice(before, at);
        const wasThere = (id: PersonId) => absences.slice(before, at + 1).every((away) => !away.includes(id));
        for (const id of names.map(idOf)) if (wasThere(id)) expect(between).toContain(id);
      });
    }),
    { numRuns: 60 },
  );
});

test('who comes new is next, and who is alone is not in the spotlight of what they lead', () => {
  const { turns } = live(aTeam(3), nobody(3));

  expect(assign(turns, [...aTeam(3), 'New']).facilitator).toEqual(aPerson('New'));
  expect(assign(noTurns, ['Amara'])).toEqual({ facilitator: aPerson('Amara'), spotlight: null });
  expect(assign(noTurns, [])).toEqual({ facilitator: null, spotlight: null });
  expect(assign(noTurns, ['Amara'], [idOf('Amara')]).facilitator).toBeNull();
});

test('an hour is remembered once: who led, who stood where, who talked with whom, what was given back', () => {
  const [amara, mei, lukas] = ['Amara', 'Mei', 'Lukas'].map(idOf) as [PersonId, PersonId, PersonId];
  const hour = held({ facilitator: aPerson('Amara'), spotlight: aPerson('Mei'), pairs: [[amara, mei, lukas]] });

  const once = afterHour(noTurns, hour);

  expect(afterHour(once, hour)).toBe(once);
  expect(once).toMatchObject({ held: 1, givenBack: 45, lastDate: hour.date });
  expect([...once.facilitated, ...once.spotlighted]).toEqual([
    [amara, 1],
    [mei, 1],
  ]);
  expect([...once.met.values()]).toEqual([1, 1, 1]);
  expect([...once.inTrios]).toEqual([
    [amara, 1],
    [mei, 1],
    [lukas, 1],
  ]);
});

test('an hour that somebody forgot to close is remembered when it is, though a later one was held', () => {
  const later = afterHour(noTurns, held({ date: hourDate('2026-11-26') }));

  const both = afterHour(later, held());

  expect(both).toMatchObject({ held: 2, givenBack: 90 });
});
