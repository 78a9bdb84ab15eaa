/* The local world as `npm start` runs it, in a process of its own: started, stopped, killed and started again. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { paths } from '../../bot/contract/paths.ts';
import { localPeople, localTenant, studio } from '../../bot/local/people.ts';
import { startFakeConnector } from '../support/fakeConnector.ts';
import { type LocalWorld, startLocalWorld } from '../support/localWorld.ts';
import { walkThrough } from '../support/walk.ts';

const minutes = 60_000;
const worlds: LocalWorld[] = [];
const open: typeof startLocalWorld = async (options) => {
  const world = await startLocalWorld(options);
  worlds.push(world);
  return world;
};
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.dispose()));
}, minutes);

const idAt = (at: number) => localPeople[at]!.id;
const [amara, mei, lukas, priya] = [idAt(0), idAt(1), idAt(2), idAt(3)];

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function tokenOf(world: LocalWorld, personId: string): Promise<string> {
  const response = await fetch(`${world.url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function ask(world: LocalWorld, personId: string, path: string, body?: object) {
  const response = await fetch(world.url + path, {
    method: body ? 'PUT' : 'GET',
    headers: {
      authorization: `Bearer ${await tokenOf(world, personId)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
}

const wall = async (world: LocalWorld, personId: string): Promise<{ id: string; text: string }[]> =>
  (await ask(world, personId, `${paths.kudosList(studio.id)}?limit=100`)).body.items;

const give = (world: LocalWorld, text: string) =>
  ask(world, amara, paths.kudos(studio.id, randomUUID()), { to: [mei], text });

test(
  'six people have a team with three weeks behind it, and each sees what is theirs to see',
  async () => {
    const world = await open();
    const people = (await (await fetch(`${world.url}/local/people`)).json()) as { items: object[] };
    expect(people.items).toEqual(localPeople.map(({ id, name, owner }) => ({ id, name, owner })));
    expect((await ask(world, mei, paths.me())).body).toEqual({
      person: { id: mei, name: 'Mei Tanaka' },
      teams: [{ id: studio.id, name: 'Studio' }],
    });

    const { body: screen } = await ask(world, amara, paths.team(studio.id));
    expect(screen.team.values).toEqual(['Patience', 'Clear words', 'Care', 'Curiosity']);
    expect(screen.me).toMatchObject({ name: 'Amara Okafor', owner: true });
    expect(screen.members).toHaveLength(6);
    // Priya gave one in private, Lukas one that waits for the hour.
    const seen = await Promise.all([amara, priya, lukas].map(async (person) => (await wall(world, person)).length));
    expect(seen).toEqual([12, 13, 13]);
    expect(world.output()).toContain('LOCAL MODE');
    expect(world.output()).toContain(`${world.url}/local`);
    expect(world.output()).toContain('kill -9');
  },
  minutes,
);

test(
  'the walk that a deployment passes',
  async () => {
    const [world, connector] = await Promise.all([open(), startFakeConnector()]);
    const who = (name: string) => localPeople.find((each) => each.name.startsWith(`${name} `))!.id;
    try {
      await walkThrough({
        url: world.url,
        tenant: localTenant,
        who,
        tokenFor: (name) => tokenOf(world, who(name)),
        connector,
        botHeaders: async () => ({}),
      });
    } finally {
      await connector.stop();
    }
  },
  minutes,
);

test(
  'Ctrl-C loses nothing, a power cut no more than the last seconds, and the demo is not made a second time',
  async () => {
    const first = await open();
    await give(first, 'Thank you for the last minute');
    const before = await wall(first, amara);
    expect(before[0]!.text).toBe('Thank you for the last minute');

    expect(await first.stop()).toBe(0);
    const second = await open({ dataFolder: first.dataFolder });
    expect(await wall(second, amara)).toEqual(before);

    await give(second, 'Thank you for the last second');
    await second.kill();
    const third = await open({ dataFolder: first.dataFolder });
    const texts = (await wall(third, amara)).map(({ text }) => text);
    expect(texts.filter((text) => text !== 'Thank you for the last second')).toEqual(before.map(({ text }) => text));
    expect((await give(third, 'Thank you for coming back')).status).toBe(201);
  },
  minutes,
);

test(
  'two at once do not share their data or their port',
  async () => {
    const world = await open();
    const start = (env: Record<string, string>) =>
      new Promise<{ code: unknown; said: string }>((resolve) => {
        const { NODE_ENV: _, ...rest } = process.env;
        execFile(
          process.execPath,
          ['--import', 'tsx', 'bot/main.ts', '--no-playground'],
          { env: { ...rest, DATA_DIR: world.dataFolder, ...env } },
          (trouble, _out, said) => resolve({ code: trouble?.code, said }),
        );
      });

    const sameData = await start({ PORT: '0' });
    const samePort = await start({ PORT: new URL(world.url).port, DATA_DIR: `${world.dataFolder}/other` });

    expect(sameData).toEqual({
      code: 1,
      said: expect.stringContaining(`running with the data in ${world.dataFolder}`),
    });
    expect(samePort).toEqual({ code: 1, said: expect.stringContaining('set PORT') });
    expect(sameData.said + samePort.said).not.toContain('    at ');
    expect(await wall(world, amara)).toHaveLength(12);
  },
  minutes,
);

test(
  'without the demo there is nothing, and only this machine is answered',
  async () => {
    const world = await open({ demo: false });
    const hostIs = (host: string) =>
      new Promise<number>((resolve, reject) => {
        get(`${world.url}/local/people`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode!)).on(
          'error',
          reject,
        );
      });

    expect((await ask(world, amara, paths.me())).body.teams).toEqual([]);
    expect((await ask(world, amara, paths.team(studio.id))).status).toBe(404);
    expect([await hostIs('evil.example'), await hostIs('localhost:1')]).toEqual([400, 200]);
    const asText = await fetch(`${world.url}/local/token`, {
      method: 'POST',
      body: JSON.stringify({ personId: amara }),
    });
    const nobody = await fetch(`${world.url}/local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: randomUUID() }),
    });
    // A page elsewhere can send text without asking; it must not get a token for it.
    expect([asText.status, nobody.status]).toEqual([415, 404]);
  },
  minutes,
);

test(
  'the Playground starts and ends with the world, also when the world is killed',
  async () => {
    const world = await open({ playground: true });
    expect(await (await fetch(`${world.playgroundUrl}/_debug/ping`)).text()).toBe('pong');
    await until(() => world.output().includes(world.playgroundUrl));

    await world.kill();

    await until(async () => !(await fetch(`${world.playgroundUrl}/_debug/ping`).catch(() => null)));
  },
  minutes,
);
