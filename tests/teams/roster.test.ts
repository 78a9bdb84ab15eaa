import { Away } from '../../bot/app/ports.ts';
import { addressText } from '../../bot/teams/address.ts';
import { contoso, idOf } from '../support/builders.ts';
import type { Failure, TeamsMember } from '../support/fakeConnector.ts';
import { aTeamsMember, botAccount, type Place } from '../support/teamsWorld.ts';
import { useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();

const membersOf = async (place: Place) => {
  const record = await here.room.storage.teams.find(place.ref());
  return here.room.connection.rosters.membersOf(record!.thing);
};

test('owners, members and guests are in, with how Teams’ links name them; bots and people without an account are not', async () => {
  const members: TeamsMember[] = [
    aTeamsMember('Ana', { userRole: 'owner' }),
    aTeamsMember('Ben', { aadObjectId: idOf('Ben').toUpperCase() }),
    aTeamsMember('Guest', { userRole: 'guest', userPrincipalName: 'guest_elsewhere.test#EXT#@contoso.test' }),
    aTeamsMember('Partner', { tenantId: '99999999-9999-4999-8999-999999999999' }),
    aTeamsMember('Passer-by', { userRole: 'anonymous' }),
    aTeamsMember('Robot', { userRole: 'bot' }),
    { id: botAccount, name: 'People Hour', tenantId: contoso },
  ];
  const place = here.room.teams.channel('Design', members);
  await place.install('Ana');
  expect(await membersOf(place)).toEqual([
    { id: idOf('Ana'), tenantId: contoso, name: 'Ana', owner: true },
    { id: idOf('Ben'), tenantId: contoso, name: 'Ben', owner: false },
    {
      id: idOf('Guest'),
      tenantId: contoso,
      name: 'Guest',
      owner: false,
      signInName: 'guest_elsewhere.test#EXT#@contoso.test',
    },
    { id: idOf('Partner'), tenantId: '99999999-9999-4999-8999-999999999999', name: 'Partner', owner: false },
  ]);
});

test('ten thousand members are read page by page, all of them', async () => {
  const place = await here.room.have('Everybody', ['Ana']);
  here.room.connector.conversation(place.id).members = Array.from({ length: 10_000 }, (_, index) =>
    aTeamsMember(`Member ${index}`),
  );
  const before = here.room.connector.calls.length;
  const members = await membersOf(place);
  expect(new Set(members!.map(({ id }) => id)).size).toBe(10_000);
  expect(here.room.connector.calls.length - before).toBe(20);
});

test.each<[string, Failure, 'nobody' | 'away']>([
  ['403', { status: 403 }, 'nobody'],
  ['404', { status: 404 }, 'nobody'],
  ['400', { status: 400 }, 'away'],
  ['401', { status: 401 }, 'away'],
  ['429 always', { status: 429 }, 'away'],
  ['500', { status: 500 }, 'away'],
  ['503 always', { status: 503 }, 'away'],
  ['a broken line', { kind: 'reset' }, 'away'],
  ['no answer', { kind: 'hang' }, 'away'],
  ['an answer that never ends', { kind: 'drip' }, 'away'],
  ['nonsense', { kind: 'garbage' }, 'away'],
])('a roster that cannot be had is never an empty one: %s', async (_, failure, outcome) => {
  const place = await here.room.have('Design', ['Ana', 'Ben']);
  here.room.connector.next({ path: /pagedmembers/ }, failure, Infinity);
  if (outcome === 'away') await expect(membersOf(place)).rejects.toThrow(Away);
  else expect(await membersOf(place)).toBeNull();
});

test('half a roster is none: a page that fails for good lets nobody in and locks nobody out', async () => {
  const place = await here.room.have('Many', ['Ana']);
  here.room.connector.conversation(place.id).members = Array.from({ length: 600 }, (_, index) =>
    aTeamsMember(`Member ${index}`),
  );
  // The first page comes, the second one does not.
  const first = here.room.connector.calls.length;
  const asking = membersOf(place);
  await here.room.connector.until(() => here.room.connector.calls.length > first);
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  await expect(asking).rejects.toThrow(Away);
});

test('one short failure is not noticed', async () => {
  const place = await here.room.have('Design', ['Ana', 'Ben']);
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, 2);
  expect(await membersOf(place)).toHaveLength(2);
});

test('a team that was never reached from Teams has nobody, and one with another’s host is never asked', async () => {
  const place = await here.room.have('Design', ['Ana', 'Ben']);
  const { thing } = (await here.room.storage.teams.find(place.ref()))!;
  const before = here.room.connector.calls.length;
  for (const address of ['', 'null', '{}', '[]', '"x"'])
    expect(await here.room.connection.rosters.membersOf({ ...thing, address })).toBeNull();
  const elsewhere = addressText({
    serviceUrl: 'https://evil.test/',
    conversationId: place.id,
    postIn: place.id,
    botId: botAccount,
    tenantId: contoso,
    language: 'en',
  });
  await expect(here.room.connection.rosters.membersOf({ ...thing, address: elsewhere })).rejects.toThrow(Away);
  expect(here.room.connector.calls.length).toBe(before);
});
