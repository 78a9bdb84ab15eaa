import { app } from '@microsoft/teams-js';
import { screen, within } from '@testing-library/dom';
import { administratorRole } from '../../bot/http/auth.ts';
import { boot } from '../../tabs/app/boot.ts';
import { start } from '../../tabs/app/start.tsx';
import { contoso, idOf } from '../support/builders.ts';
import { openTab, theService } from '../support/tab.tsx';

const service = theService();
const tokenOfAdministrator = () =>
  service.entra.sign(
    service.entra.claims({ oid: idOf('Amara Okafor'), tid: contoso, roles: [administratorRole], name: 'Amara Okafor' }),
  );
const context = { subEntityId: 'setup' };
const rowOf = (name: RegExp) => screen.findByRole('heading', { level: 2, name }).then((head) => head.closest('li')!);

test('an administrator sees what is there and what is not yet, and looks again', async () => {
  const { user, host } = await openTab(service, { as: 'Amara Okafor', context, token: tokenOfAdministrator });

  expect(await screen.findByRole('heading', { level: 1, name: 'Set-up' })).toBeVisible();
  expect(await rowOf(/Tables · Fine/)).toHaveTextContent('azurite');
  expect(await rowOf(/Teams · Not yet/)).toHaveTextContent(/Teams has not called yet/);
  expect(screen.getByText('One thing needs a look.')).toBeVisible();
  expect(host.told).toContain('appInitialization.success');

  await service.storage.house.heardFromTeams(new Date('2026-11-26T09:00:00Z'));
  await user.click(screen.getByRole('button', { name: 'Look again' }));

  expect(await rowOf(/Teams · Fine/)).toHaveTextContent(/Thursday,? 26 November 2026/);
  expect(screen.getByText('Everything is there.')).toBeVisible();
  expect(within(await rowOf(/Teams/)).queryByText(/has not called/)).toBeNull();
});

test('a member is told whose page it is, and nothing else', async () => {
  await openTab(service, { as: 'Mei Tanaka', context });

  expect(await screen.findByText(/This page is for administrators/)).toBeVisible();
  expect(screen.queryByRole('list')).toBeNull();
});

test('in a browser stands what anybody may ask, and the way into Teams', async () => {
  window.history.replaceState(null, '', '/setup');
  document.body.innerHTML = '<div id="root"></div>';
  const root = await start(boot(new URL(window.location.href)));

  expect(await screen.findByRole('heading', { level: 1, name: 'People Hour is running' })).toBeVisible();
  expect(await screen.findByText('Storage, sign-in and the Bot Connector answer.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open in Teams' })).toHaveAttribute('href', '/setup/teams');
  root.unmount();
  app._uninitialize();
});
