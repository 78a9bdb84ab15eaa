import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

test('a kudos is given once: new it is 201, the same again 200, both with the same kudos and version', async () => {
  const { teamId } = await service.haveTeam(['Amara', 'Mei']);
  const path = paths.kudos(teamId, randomUUID());
  const body = { to: [idOf('Mei')], text: 'Thank you for the honest review' };

  const first = await service.call('PUT', path, { as: 'Amara', body });
  const again = await service.call('PUT', path, { as: 'Amara', body });

  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect(again.version).toBe(first.version);
  expect(first.version).toMatch(/^"[\w-]+"$/);
});
