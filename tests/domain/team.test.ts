import fc from 'fast-check';
import { memberOn } from '../../bot/domain/access.ts';
import { kudosId, personId, tenantId } from '../../bot/domain/ids.ts';
import { editProfile, emptyProfile } from '../../bot/domain/profile.ts';
import { chooseValues } from '../../bot/domain/team.ts';
import { aMember, aProfile, aRef, aRoster, aTeam, contoso, idOf } from '../support/builders.ts';

const elsewhere = tenantId('99999999-9999-4999-8999-999999999999');

test('who is on the roster is in, with what the roster knows', () => {
  const mei = aMember('Mei', { owner: true });

  expect(memberOn(aRoster(mei, 'Lukas'), { tenantId: contoso, personId: idOf('Mei'), name: 'Somebody Else' })).toBe(
    mei,
  );
});

test('who is not on it, or only under the same id in another tenant, is not', () => {
  const roster = aRoster('Mei', aMember('Guest', { tenantId: elsewhere }));

  expect(memberOn(roster, { tenantId: contoso, personId: idOf('Lukas'), name: 'Mei' })).toBeNull();
  expect(memberOn(roster, { tenantId: elsewhere, personId: idOf('Mei'), name: 'Mei' })).toBeNull();
  expect(memberOn(roster, { tenantId: contoso, personId: idOf('Guest'), name: 'Guest' })).toBeNull();
  expect(memberOn(aRoster(), { tenantId: contoso, personId: idOf('Mei'), name: 'Mei' })).toBeNull();
});

test('ids are compared in lower case, however they were written', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      for (const id of [tenantId, personId, kudosId]) expect(id(uuid.toUpperCase())).toBe(id(uuid));
    }),
  );
});

test('owners choose the values, and members do not', () => {
  const team = aTeam(aRef());

  expect(chooseValues(team, ['Care'], aMember('Mei', { owner: true }))).toEqual({ ...team, values: ['Care'] });
  expect(() => chooseValues(team, ['Care'], aMember('Mei'))).toThrow('values.ownersOnly');
});

test('no value is there twice, however it is written', () => {
  const owner = aMember('Mei', { owner: true });

  expect(() => chooseValues(aTeam(aRef()), ['Care', 'CARE'], owner)).toThrow('values.twice');
  expect(() => chooseValues(aTeam(aRef()), ['Mut', 'Fürsorge', 'fursorge'], owner)).toThrow('values.twice');
  expect(chooseValues(aTeam(aRef()), [], owner).values).toEqual([]);
});

test.each(['Europe/Kyiv', 'Europe/Kiev', 'Asia/Kathmandu', 'UTC', 'America/Argentina/Ushuaia', ''])(
  'a profile may name the zone %j',
  (timeZone) => {
    expect(editProfile(aProfile({ timeZone })).timeZone).toBe(timeZone);
  },
);

test.each(['Mars/Olympus', 'Europe', '<script>', 'Europe/Berlin\n', '../../etc'])(
  'there is no zone called %j',
  (timeZone) => {
    expect(() => editProfile(aProfile({ timeZone }))).toThrow('profile.unknownZone');
  },
);

test('working hours begin before they end', () => {
  expect(editProfile(aProfile({ workingHours: { start: '09:00', end: '17:00' } })).workingHours?.end).toBe('17:00');
  expect(() => editProfile(aProfile({ workingHours: { start: '17:00', end: '09:00' } }))).toThrow(
    'profile.hoursTurned',
  );
  expect(() => editProfile(aProfile({ workingHours: { start: '09:00', end: '09:00' } }))).toThrow(
    'profile.hoursTurned',
  );
  expect(editProfile(emptyProfile)).toBe(emptyProfile);
});
