/* What is just for an hour, and what is just for one person, is looked for in everything that anybody can read. */
import { randomUUID } from 'node:crypto';
import { paths } from '../../bot/contract/paths.ts';
import { hourDate, teamId } from '../../bot/domain/ids.ts';
import { contoso, idOf } from '../support/builders.ts';
import { said } from '../support/goalCalls.ts';
import { aClock, everybody, hourCalls, nextWeek, today } from '../support/hourCalls.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
let time: ReturnType<typeof aClock>;
beforeAll(async () => {
  time = aClock();
  service = await startService({ clock: () => time.clock() });
});
beforeEach(() => time.backToNoon());
afterAll(() => service.stop());
const { call, aTeam, look, open, close, step, arrange, write } = hourCalls(() => service);

// Words that are nowhere else, so that a trace of them is a trace of the line.
const secret = 'Xanthippe';
const day = 24 * 60;

const refOf = (team: string) => ({ tenantId: contoso, teamId: teamId(team) });

const everyReading = (team: string) => [
  paths.team(team),
  paths.hourScreen(team),
  paths.hours(team),
  `${paths.hours(team)}?q=${secret}`,
  paths.hour(team, today),
  paths.hour(team, nextWeek),
  paths.actions(team),
  paths.schedule(team),
  paths.kudosList(team),
  `${paths.kudosList(team)}?q=${secret}`,
  paths.people(team),
  paths.directory(team),
  paths.goalsScreen(team),
  paths.growthRecord(team),
];

/** Where a word is read, by whom: the hour itself, when it is still there. */
async function tracesOf(
  word: string,
  team: string,
  people: readonly string[] = ['Amara', 'Mei', 'Lukas'],
): Promise<string[]> {
  const found = await Promise.all(
    people.flatMap((who) =>
      everyReading(team).map(async (path) => {
        const { body } = await call('GET', path, who);
        // A question that was asked is no trace.
        return JSON.stringify(body).includes(word) ? [path.replace(paths.team(team), '')] : [];
      }),
    ),
  );
  return [...new Set(found.flat())].sort();
}

test('a line that is just for this hour is read in it, and a day after it is nowhere', async () => {
  const team = await aTeam();
  await open(team);
  const id = randomUUID();
  const { version } = await write(team, { text: secret, keep: false }, 'Mei', id);
  await write(team, { text: 'Write one page', kind: 'decision' }, 'Lukas');

  const during = await tracesOf(secret, team);
  await close(team);
  const after = await tracesOf(secret, team);
  time.laterBy(day - 1);
  const before = await tracesOf(secret, team);
  time.laterBy(1);
  const gone = await tracesOf(secret, team);
  const asked = [
    await call('PUT', paths.hourNote(team, today, id), 'Mei', { body: { text: secret, keep: false } }),
    await call('PUT', paths.hourNote(team, today, id), 'Mei', { body: { text: secret, keep: true }, version }),
    await call('DELETE', paths.hourNote(team, today, id), 'Mei'),
  ];
  await service.settled();

  // The page shows the hour that runs; when it is over, it shows the next one.
  expect(during).toEqual([`/hours/${today}`, '/hours/screen'].sort());
  expect([after, before]).toEqual([[`/hours/${today}`], [`/hours/${today}`]]);
  expect(gone).toEqual([]);
  expect(asked.map(said)).toEqual(asked.map(() => [409, 'hour.locked']));
  expect(JSON.stringify(asked.map(({ body }) => body))).not.toContain(secret);
  expect((await look(team)).notes.map(({ text }) => text)).toEqual(['Write one page']);
  // Not only unread: it is no longer kept either.
  const kept = await service.storage.hours.entries(refOf(team), hourDate(today));
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(JSON.stringify(service.logged)).not.toContain(secret);
});

test('a line that is made just for this hour afterwards, or is taken away, is not found by its words any more', async () => {
  const team = await aTeam();
  await open(team);
  const [one, other] = [randomUUID(), randomUUID()];
  const written = await write(team, { text: `${secret} one` }, 'Mei', one);
  await write(team, { text: `${secret} other` }, 'Mei', other);
  await close(team);
  const found = async () => (await call('GET', `${paths.hours(team)}?q=${secret}`, 'Lukas')).body.items.length;
  const first = await found();

  await call('PUT', paths.hourNote(team, today, one), 'Mei', {
    body: { text: `${secret} one`, keep: false },
    version: written.version,
  });
  const second = await found();
  await call('DELETE', paths.hourNote(team, today, other), 'Mei');
  const third = await found();
  await write(team, { text: 'Quiet mornings' }, 'Mei');
  const added = (await call('GET', `${paths.hours(team)}?q=quiet`, 'Lukas')).body.items.length;

  expect([first, second, third, added]).toEqual([1, 1, 0, 1]);
  time.laterBy(day);
  expect(await tracesOf(secret, team)).toEqual([]);
});

test('lines of an hour that nobody opened, or nobody closed, pass as well', async () => {
  const [planned, open_] = [await aTeam(), await aTeam()];
  await write(planned, { text: secret, keep: false });
  await open(open_);
  await write(open_, { text: secret, keep: false });
  const [one, other] = [await tracesOf(secret, planned), await tracesOf(secret, open_)];

  // It ends two hours from now.
  time.laterBy(2 * 60 + day);

  expect([one.length, other.length]).toEqual([2, 2]);
  expect([await tracesOf(secret, planned), await tracesOf(secret, open_)]).toEqual([[], []]);
  const late = await write(open_, { text: secret, keep: false });
  expect(said(late)).toEqual([409, 'hour.locked']);
  expect((await close(open_)).status).toBe(200);
});

test('whom I would rather not talk with is read by me alone, and nobody else can tell', async () => {
  const team = await aTeam();
  // Who is named comes and goes: then they are nowhere but in this wish.
  await service.setRoster(refOf(team), [...everybody, 'Kept']);
  const path = paths.avoids(team);
  const wish = { people: [idOf('Kept'), idOf('Kept'), idOf('Mei')] };
  const before = await Promise.all(everybody.map((who) => call('GET', path, who)));

  const saved = await call('PUT', path, 'Mei', { body: wish });
  const others = [
    await call('PUT', path, 'Lukas', { body: { people: [idOf('Stranger')] } }),
    await call('PUT', path, 'Lukas', { body: { people: ['Mei'] } }),
    await call('GET', path, 'Stranger'),
  ];

  expect(before.map(({ body }) => body)).toEqual(everybody.map(() => ({ people: [] })));
  expect([saved.body, saved.version]).toEqual([{ people: [idOf('Kept')] }, null]);
  expect((await call('GET', path, 'Mei')).body).toEqual({ people: [idOf('Kept')] });
  expect(others.map(said)).toEqual([
    [404, 'notFound'],
    [400, 'request.invalid'],
    [404, 'notFound'],
  ]);
  await service.setRoster(refOf(team), everybody);
  expect(await tracesOf(idOf('Kept'), team)).toEqual([]);
  for (const who of everybody) expect((await call('GET', path, who)).body).toEqual({ people: [] });
  expect(JSON.stringify(service.logged)).not.toContain(idOf('Kept'));
});

const four = ['Amara', 'Mei', 'Lukas', 'Priya'];
type Pairs = { id: string }[][];
const areTogether = (pairs: Pairs, one: string, other: string) =>
  pairs.some((pair) => [one, other].every((who) => pair.some(({ id }) => id === idOf(who))));

test('a wish that was there before pairs are shown is kept by them, and however often they are drawn again', async () => {
  const teams = await Promise.all(Array.from({ length: 6 }, () => aTeam(four)));
  for (const team of teams) {
    time.laterBy(-4 * day);
    await call('PUT', paths.avoids(team), 'Amara', { body: { people: [idOf('Mei')] } });
    time.backToNoon();
    await open(team);
    for (let draws = 0; draws < 4; draws++) {
      const { body } = await step(team, draws ? { redraw: true } : { segment: 1 });
      expect(areTogether(body.pairs, 'Amara', 'Mei')).toBe(false);
    }
  }
});

test('a wish that comes when pairs are shown changes nothing that anybody could look at, and counts for the next ones', async () => {
  const teams = await Promise.all(Array.from({ length: 6 }, () => aTeam(four)));
  for (const team of teams) {
    const { body: before, version } = await call('GET', paths.hour(team, today), 'Lukas');
    const [mine] = (before.pairs as Pairs).filter((pair) => pair.some(({ id }) => id === idOf('Amara')));
    const other = mine!.map(({ id }) => id).find((id) => id !== idOf('Amara'));

    await call('PUT', paths.avoids(team), 'Amara', { body: { people: [other] } });

    const seen = { headers: { 'if-none-match': version! } };
    expect((await call('GET', paths.hour(team, today), 'Lukas', seen)).status).toBe(304);
    expect((await look(team)).pairs).toEqual(before.pairs);
    await open(team);
    expect((await step(team, { segment: 1 })).body.pairs).toEqual(before.pairs);
    // Drawn again for the same people it is always the same, so nobody learns by trying.
    const again = (await step(team, { redraw: true })).body.pairs;
    expect((await step(team, { redraw: true })).body.pairs).toEqual(again);
    await close(team);

    time.laterBy(6 * day);
    const next = (await look(team, nextWeek)).pairs as Pairs;
    expect(next.filter((pair) => [idOf('Amara'), other].every((who) => pair.some(({ id }) => id === who)))).toEqual([]);
    time.backToNoon();
  }
});

test('nobody sees more than a few draws, however many rounds they plan and however often they come and go', async () => {
  const team = await aTeam();
  await arrange(team, { plan: Array.from({ length: 12 }, () => ({ kind: 'pairs', minutes: 5 })) }, 'Lukas');
  await open(team, today, 'Mei');
  const draws = new Set<string>();

  for (let segment = 0; segment < 12; segment++)
    for (const [away, present] of [
      ['PUT', 'DELETE'],
      ['DELETE', 'PUT'],
    ] as const) {
      await call(away, paths.awayFromHour(team, today), 'Lukas');
      await call(present, paths.presentInHour(team, today), 'Lukas');
      const { body } = await step(team, { segment, redraw: true }, 'Lukas');
      draws.add(JSON.stringify(body.pairs));
    }

  expect(draws.size).toBeGreaterThan(1);
  expect(draws.size).toBeLessThanOrEqual(6);
});

test('what was to be said in the hour is said to its person alone when they have come to like it quieter', async () => {
  const teams = { private: await aTeam(), no: await aTeam(), hour: await aTeam(), channel: await aTeam() };
  const wish = async (team: string, thankMe: string) => {
    const { version } = await call('GET', paths.profile(team, 'me'), 'Mei');
    await call('PUT', paths.profile(team, 'me'), 'Mei', { body: { thankMe }, version });
  };
  const text = `Thank you ${secret} for the review`;

  for (const [later, team] of Object.entries(teams)) {
    await wish(team, 'hour');
    await call('PUT', paths.kudos(team, randomUUID()), 'Amara', { body: { to: [idOf('Mei')], text } });
    await wish(team, later);
    await open(team, today, 'Lukas');
  }

  const seen = async (team: string, who: string) => (await tracesOf(secret, team, [who])).length > 0;
  for (const [later, team] of Object.entries(teams)) {
    const isQuiet = later === 'private' || later === 'no';
    expect([later, await seen(team, 'Lukas')]).toEqual([later, !isQuiet]);
    expect([later, await seen(team, 'Mei'), await seen(team, 'Amara')]).toEqual([later, true, true]);
  }
});

test('who talks with whom is shown three days before, not earlier', async () => {
  const team = await aTeam(four);
  const early = (await look(team, nextWeek)).pairs;
  time.laterBy(4 * day);

  expect(early).toEqual([]);
  expect((await look(team, nextWeek)).pairs).toHaveLength(2);
});
