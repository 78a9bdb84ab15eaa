import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { BadCursor } from '../../bot/app/ports.ts';
import { paths } from '../../bot/contract/paths.ts';
import { teamId } from '../../bot/domain/ids.ts';
import { createCursors } from '../../bot/http/cursor.ts';
import { contoso, idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
let team: string;
let other: string;
beforeAll(async () => {
  service = await startService();
  team = (await service.haveTeam(['Amara', 'Mei'])).teamId;
  other = (await service.haveTeam(['Amara', 'Mei'])).teamId;
  for (let at = 0; at < 3; at++)
    await service.call('PUT', paths.kudos(team, randomUUID()), {
      as: 'Amara',
      body: { to: [idOf('Mei')], text: `Thank you, number ${at}` },
    });
});
afterAll(() => service.stop());

const list = (question: string, of = team, as = 'Amara') =>
  service.call('GET', `${paths.kudosList(of)}?limit=1${question}`, { as });

test('a cursor is good for its list alone: not for another team, person, question or kind of list', async () => {
  const { body } = await list('');
  const cursor = `&cursor=${body.nextCursor}`;

  const fine = await list(cursor);
  const foreign = [
    await list(cursor, other),
    await list(cursor, team, 'Mei'),
    await list(`${cursor}&q=number`),
    await list(`${cursor}&person=${idOf('Mei')}`),
    await service.call('GET', `${paths.people(team)}?limit=1${cursor}`, { as: 'Amara' }),
  ];

  expect(fine.status).toBe(200);
  expect(foreign.map(({ status, body: problem }) => [status, problem.code])).toEqual(
    foreign.map(() => [400, 'request.badCursor']),
  );
});

test('the first screen goes on in the list of kudos', async () => {
  for (let at = 3; at < 24; at++)
    await service.call('PUT', paths.kudos(team, randomUUID()), {
      as: 'Amara',
      body: { to: [idOf('Mei')], text: `Thank you, number ${at}` },
    });
  const { body: screen } = await service.call('GET', paths.team(team), { as: 'Mei' });

  const address = `${paths.kudosList(team)}?limit=100&cursor=${screen.kudos.nextCursor}`;
  const { body: rest } = await service.call('GET', address, { as: 'Mei' });

  const all = [...screen.kudos.items, ...rest.items].map(({ text }: { text: string }) => text);
  expect(all).toEqual(Array.from({ length: 24 }, (_, at) => `Thank you, number ${23 - at}`));
});

test('an altered cursor is refused, whatever was altered', async () => {
  const { body } = await list('');
  const cursor = body.nextCursor as string;

  for (const altered of [
    `${cursor}A`,
    cursor.slice(1),
    cursor.slice(0, -1),
    `${cursor}=`,
    'x',
    'null',
    `${cursor}.${cursor}`,
  ]) {
    const answer = await list(`&cursor=${encodeURIComponent(altered)}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.badCursor']);
  }
});

test('a place comes back as it was sealed; not a single letter may differ, and nothing can be read from it', () => {
  const cursors = createCursors('the secret of this test');
  const listing = {
    actor: { tenantId: contoso, personId: idOf('Amara'), name: 'Amara' },
    team: teamId('19:x'),
    question: { q: 'a' },
  };

  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(63),
      (place, at, sign) => {
        const sealed = cursors.seal(
          place.map((text) => text.toWellFormed()),
          listing,
        );
        expect(cursors.open(sealed, listing)).toEqual(place.map((text) => text.toWellFormed()));
        expect(createCursors('the secret of this test').open(sealed, listing)).toHaveLength(place.length);

        const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[sign]!;
        const altered = sealed.slice(0, at % sealed.length) + letter + sealed.slice((at % sealed.length) + 1);
        if (altered !== sealed) expect(() => cursors.open(altered, listing)).toThrow(BadCursor);
        expect(() => createCursors('another secret').open(sealed, listing)).toThrow(BadCursor);
      },
    ),
  );
  expect(Buffer.from(cursors.seal(['19:secret-place'], listing), 'base64url').toString('latin1')).not.toContain(
    'secret-place',
  );
});
