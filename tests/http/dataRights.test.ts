import { randomUUID } from 'node:crypto';
import { dataRightsUseCases } from '../../bot/app/dataRights.ts';
import { paths } from '../../bot/contract/paths.ts';
import { hourDate, teamId } from '../../bot/domain/ids.ts';
import { teamLimits } from '../../bot/domain/team.ts';
import { aMember, aPerson, contoso, idOf, noon } from '../support/builders.ts';
import { freshTable, startAzurite } from '../support/azurite.ts';
import { goalCalls } from '../support/goalCalls.ts';
import { aClock, hourCalls, nextWeek, thursdays, today } from '../support/hourCalls.ts';
import { type Service, startService } from '../support/server.ts';
import { myReminders } from './everyRoute.ts';
import { clientFor } from '../support/storageCheck.ts';

const time = aClock();
const tableName = freshTable();
let azurite: Awaited<ReturnType<typeof startAzurite>>;
let service: Service;
beforeAll(async () => {
  azurite = await startAzurite();
  service = await startService({ connectionString: azurite.connectionString, tableName, clock: time.clock });
});
afterAll(async () => {
  await service.stop();
  await azurite.stop();
});

const { aTeam, look, open, raise, settle, write, promise } = hourCalls(() => service);
const { begin, edit, comment, checkIn, accept, decline } = goalCalls(() => service);
const refOf = (team: string) => ({ tenantId: contoso, teamId: teamId(team) });
const thank = (team: string, as: string, to: string, text: string) =>
  service.call('PUT', paths.kudos(team, randomUUID()), { as, body: { to: [idOf(to)], text } });

/** A team in which everything has been said once: in public, in private, and for oneself alone. */
async function scene() {
  const team = await aTeam();
  const { version } = await service.call('GET', paths.profile(team, 'me'), { as: 'Priya' });
  await service.call('PUT', paths.profile(team, 'me'), {
    as: 'Priya',
    body: { about: 'Priya says hello', thankMe: 'private' },
    version,
  });
  await thank(team, 'Amara', 'Mei', 'Thank you in public view');
  await thank(team, 'Mei', 'Amara', 'Thank you Amara for asking');
  await thank(team, 'Amara', 'Priya', 'Thank you in private words');
  const shared = await begin(team, {
    title: 'Shared goal',
    audience: 'team',
    supporters: [idOf('Mei'), idOf('Lukas')],
  });
  await accept(shared, 'Mei');
  await decline(shared, 'Lukas');
  await comment(shared, 'Mei', 'A comment in the circle');
  await checkIn(shared, { learned: 'Learned in the open' });
  await begin(team, { title: 'Secret goal', why: 'Because I am afraid' });
  await open(team);
  await raise(team, { text: 'A topic of Amara' });
  await write(team, { text: 'A line that stays' });
  await write(team, { text: 'A decision of us', kind: 'decision' });
  await write(team, { text: 'Only for this hour', keep: false });
  await promise(team, { text: 'An action of Amara' });
  await service.call('PUT', paths.exitFromHour(team, today), {
    as: 'Amara',
    body: { if: 'My own plan', then: 'Mine alone' },
  });
  await service.call('PUT', paths.avoids(team), { as: 'Amara', body: { people: [idOf('Jonas')] } });
  await service.settled();
  return team;
}

const secrets = [
  'Thank you in private words',
  'Secret goal',
  'Because I am afraid',
  'Only for this hour',
  'My own plan',
];

test('everything of mine comes as one file, and nothing that only others may know', async () => {
  const team = await scene();

  const answer = await service.call('GET', paths.myExport(), { as: 'Amara' });
  const mine = answer.body.teams.find(({ id }: { id: string }) => id === team);
  const said = JSON.stringify(mine);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="people-hour-${today}.json"`);
  expect(answer.body.person).toEqual({ id: idOf('Amara'), name: 'Amara' });
  for (const words of [...secrets, 'Thank you in public view', 'Thank you Amara for asking', 'Learned in the open'])
    expect(said).toContain(words);
  for (const words of [
    'A topic of Amara',
    'A line that stays',
    'A decision of us',
    'An action of Amara',
    idOf('Jonas'),
  ])
    expect(said).toContain(words);
  expect(mine.goals).toHaveLength(2);
  // Whose no it was stays theirs.
  expect(said).not.toContain('declined');
  const meis = (await service.call('GET', paths.myExport(), { as: 'Mei' })).body;
  for (const words of [...secrets, 'A line that stays']) expect(JSON.stringify(meis)).not.toContain(words);
  expect(JSON.stringify(meis)).toContain('A comment in the circle');
});

test('what I wish, propose and stand behind comes along, and whose part I had in an hour', async () => {
  const team = await aTeam();
  const put = (path: string, as: string, body: object, version: string | null = null) =>
    service.call('PUT', path, { as, body, version });
  const wishes = await service.call('GET', paths.myReminders(team), { as: 'Mei' });
  await put(paths.myReminders(team), 'Mei', myReminders, wishes.version);
  await put(paths.avoids(team), 'Mei', { people: [idOf('Jonas')] });
  await put(paths.myProposal(team), 'Mei', { ...thursdays, time: '15:30' });
  const amaras = (await raise(team, { text: 'A topic of Amara' })).body.id;
  await service.call('PUT', paths.topicSupport(team, today, amaras), { as: 'Mei' });
  const talked = (await raise(team, { text: 'A topic of Mei' }, 'Mei')).body.id;
  const shared = await begin(team, {
    title: 'Shared goal',
    ask: 'Read it',
    audience: 'team',
    supporters: [idOf('Mei')],
  });
  await accept(shared, 'Mei');
  await checkIn(shared);
  await service.call('PUT', paths.cheer(team, shared.id), { as: 'Mei' });
  await service.call('PUT', paths.offer(team, shared.id), { as: 'Mei' });
  await service.call('PUT', paths.awayFromHour(team, nextWeek), { as: 'Mei' });
  await open(team, today, 'Mei');
  await settle(team, talked, 'talked');
  const written = { by: aPerson('Mei'), text: 'Wrote two lines', at: noon };
  await service.storage.hours.sayStatus(refOf(team), hourDate(today), written, null);
  const { pairs, facilitator, spotlight } = await look(team);

  const [mine] = (await service.call('GET', paths.myExport(), { as: 'Mei' })).body.teams.filter(
    ({ id }: { id: string }) => id === team,
  );

  expect(mine.avoids).toEqual([idOf('Jonas')]);
  expect(mine.status.map(({ hour, text }: { hour: string; text: string }) => [hour, text])).toEqual([
    [today, 'Wrote two lines'],
  ]);
  expect(mine.topics.map(({ text, state }: { text: string; state: string }) => [text, state])).toEqual([
    ['A topic of Mei', 'talked'],
  ]);
  const kinds = mine.other.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['wish', 'proposal', 'inhour']));
  expect(JSON.stringify(mine.other)).toContain('15:30');
  expect(JSON.stringify(mine.other)).toContain('actionDue');
  const at = noon.toISOString();
  expect(mine.support).toEqual([
    { goal: shared.id, title: 'Shared goal', answer: 'accepted', cheeredAt: at, offeredAt: at },
    { topic: amaras, text: 'A topic of Amara' },
  ]);
  const pair = pairs.find((each) => each.some(({ id }) => id === idOf('Mei')))!;
  expect(mine.hours).toEqual([
    {
      date: today,
      facilitator: facilitator?.id === idOf('Mei'),
      spotlight: spotlight?.id === idOf('Mei'),
      pair: expect.arrayContaining(pair.map(({ id }) => id)),
    },
  ]);
});

test('who left takes along what is theirs, and nothing that others said since', async () => {
  const team = await aTeam();
  const goal = await begin(team, { title: 'Old title', audience: 'team', supporters: [idOf('Mei')] });
  await accept(goal, 'Mei');
  const topic = await raise(team, { text: 'Old topic' });
  await service.call('PUT', paths.topicSupport(team, today, topic.body.id), { as: 'Mei' });
  const promised = await promise(team, { text: 'Old promise', promisedTo: idOf('Mei') });
  await raise(team, { text: 'A topic of Mei' }, 'Mei');
  const thanks = await thank(team, 'Amara', 'Mei', 'Thank you for the review');
  await service.settled();

  await service.setRoster(refOf(team), ['Amara', 'Lukas']);
  await edit(goal, { title: 'New title' });
  const change = (path: string, version: string | null, text: string) =>
    service.call('PUT', path, { as: 'Amara', body: { text }, version });
  await change(paths.topic(team, today, topic.body.id), topic.version, 'New topic');
  await change(paths.action(team, promised.body.id), promised.version, 'New promise');
  await service.call('PUT', paths.kudosJoined(team, thanks.body.id), { as: 'Lukas' });

  const mine = (await service.call('GET', paths.myExport(), { as: 'Mei' })).body.teams.find(
    ({ id }: { id: string }) => id === team,
  );
  expect(mine.support).toEqual([
    { goal: goal.id, title: null, answer: 'accepted', cheeredAt: null, offeredAt: null },
    { topic: topic.body.id, text: null },
  ]);
  expect(mine.topics.map(({ text }: { text: string }) => text)).toEqual(['A topic of Mei']);
  expect(mine.kudos).toMatchObject([{ text: 'Thank you for the review', joined: [] }]);
  expect(JSON.stringify(mine)).not.toMatch(/New|Old/);
});

test('what somebody wrote does not decide what of others goes when a person is erased', async () => {
  const team = await aTeam();
  const others = ['We review in pairs', `["${idOf('Lukas')}","review in"]`, `Look: ["${idOf('Lukas')}","in pairs"]`];
  for (const text of others) await raise(team, { text }, 'Priya');
  await raise(team, { text: 'Mine' }, 'Lukas');
  await service.settled();

  await service.call('DELETE', paths.me(), { as: 'Lukas' });
  await service.settled();

  const left = (await look(team)).topics.map(({ text }) => text);
  expect(left).toHaveLength(3);
  expect(left).toContain('We review in pairs');
  expect(left.join()).not.toContain(idOf('Lukas'));
});

test('an owner takes along what every member may see, and nothing more; nobody else takes along the team', async () => {
  const team = await scene();

  const answer = await service.call('GET', paths.teamExport(team), { as: 'Amara' });
  const said = JSON.stringify(answer.body);

  expect(answer.status).toBe(200);
  expect(answer.body.members).toHaveLength(6);
  for (const words of [
    'Thank you in public view',
    'Shared goal',
    'A line that stays',
    'A decision of us',
    'An action of Amara',
  ])
    expect(said).toContain(words);
  expect(said).toContain('Priya says hello');
  for (const words of [...secrets, 'A comment in the circle', 'thankMe', 'avoids', 'declined', 'accepted'])
    expect(said).not.toContain(words);
  // Somebody who left has no goals here any more, in whichever way one looks.
  const members = [aMember('Amara', { owner: true }), 'Jonas'];
  await service.setRoster(refOf(team), ['Amara', 'Mei', 'Jonas']);
  await begin(team, { title: 'A goal of Mei', audience: 'team', ask: 'An ask of Mei' }, 'Mei');
  await service.setRoster(refOf(team), members);
  const without = JSON.stringify((await service.call('GET', paths.teamExport(team), { as: 'Amara' })).body);
  expect(without).toContain('Shared goal');
  expect(without).not.toContain('of Mei');
  const refused = await service.call('GET', paths.teamExport(team), { as: 'Jonas' });
  expect([refused.status, refused.body.code]).toEqual([403, 'team.ownersOnly']);
});

test('who erases themselves is nowhere any more; the team goes on with what is its own', async () => {
  const team = await scene();

  const erased = await service.call('DELETE', paths.me(), { as: 'Amara' });
  await service.settled();

  expect(erased.status).toBe(204);
  const rows = [];
  for await (const row of clientFor(azurite.connectionString, tableName).listEntities()) rows.push(row);
  const all = JSON.stringify(rows);
  expect(all.includes(idOf('Amara'))).toBe(false);
  expect(all.includes(Buffer.from(idOf('Amara')).toString('base64url'))).toBe(false);
  for (const words of [...secrets, 'Thank you in public view', 'Shared goal', 'A line that stays'])
    expect(all.includes(words)).toBe(false);
  const hour = (await service.call('GET', paths.hour(team, today), { as: 'Mei' })).body;
  expect(hour.notes.map(({ author, text }: { author: { name: string }; text: string }) => [author.name, text])).toEqual(
    [['Someone who left', 'A decision of us']],
  );
  // Whoever is in the team may begin anew at any time.
  expect((await service.call('GET', paths.team(team), { as: 'Amara' })).status).toBe(200);
  expect((await thank(team, 'Amara', 'Mei', 'Thank you once more')).status).toBe(201);
  await service.settled();
  const { teams } = (await service.call('GET', paths.me(), { as: 'Amara' })).body;
  expect(teams.map(({ id }: { id: string }) => id)).toEqual([team]);
});

test('a team is deleted by its owners alone, with everything in it, and another one does not notice', async () => {
  const [team, other] = [await scene(), await scene()];

  expect((await service.call('DELETE', paths.team(team), { as: 'Mei' })).status).toBe(403);
  expect((await service.call('GET', paths.team(team), { as: 'Mei' })).status).toBe(200);
  expect((await service.call('DELETE', paths.team(team), { as: 'Amara' })).status).toBe(204);
  expect((await service.call('GET', paths.team(team), { as: 'Amara' })).status).toBe(404);

  const part = Buffer.from(team).toString('base64url');
  const left = [];
  for await (const { partitionKey, rowKey } of clientFor(azurite.connectionString, tableName).listEntities())
    if (`${partitionKey} ${rowKey}`.includes(part)) left.push(partitionKey);
  // That it was asked for is known until the night has looked once more.
  expect(left).toEqual(['erasures']);
  expect((await service.call('GET', paths.team(other), { as: 'Amara' })).status).toBe(200);
});

/** What is done every night, with a clock of its own. */
function nights() {
  const { storage } = service;
  let now = new Date();
  const { nightly } = dataRightsUseCases({
    door: { enter: async () => Promise.reject(new Error()), rosterOf: async () => null, forget() {} },
    teams: storage.teams,
    people: storage.people,
    schedules: storage.schedules,
    hours: storage.hours,
    records: storage.records,
    erasures: storage.erasures,
    messenger: { post: async () => [], update: async () => undefined, withdraw: async () => true },
    cards: { refresh: () => undefined },
    posts: { showAgain: async () => undefined },
    clock: () => now,
    background: () => undefined,
  });
  const { graceInDays } = teamLimits;
  const daysAfter = (at: Date) => (days: number) => void (now = new Date(at.getTime() + days * 24 * 3600_000));
  return { nightly, daysAfter, graceInDays, now: () => now };
}

test('what was just for an hour is gone a day after it, also where nobody opened it, looked again, or has the bot any more', async () => {
  time.backToNoon();
  const [planned, skipped, moved, without] = [await aTeam(), await aTeam(), await aTeam(), await aTeam()];
  const all = [planned, skipped, moved, without];
  for (const team of all) await write(team, { text: 'Only for this hour', keep: false });
  const post = (path: string, body: object) => service.call('POST', path, { as: 'Amara', body });
  await post(paths.skipHour(skipped, today), { reason: 'Holiday' });
  await post(paths.moveHour(moved, today), { date: '2026-11-20', time: '14:00', reason: 'Holiday' });
  await service.storage.teams.uninstall(refOf(without));
  const left = async () => {
    const entries = all.map((team) => service.storage.hours.entries(refOf(team), hourDate(today)));
    return (await Promise.all(entries)).map(({ notes }) => notes.length);
  };
  const exported = async () => {
    const { teams } = (await service.call('GET', paths.myExport(), { as: 'Amara' })).body;
    return (
      JSON.stringify(teams.filter(({ id }: { id: string }) => all.includes(id))).match(/Only for this hour/g)?.length ??
      0
    );
  };
  const nightAfter = async (minutes: number) => {
    const { nightly, daysAfter } = nights();
    daysAfter(noon)(minutes / (24 * 60));
    await nightly();
  };

  // The hour ends two hours after noon.
  const aDayAfter = (2 + 24) * 60;
  await nightAfter(aDayAfter - 1);
  expect([await left(), await exported()]).toEqual([[1, 1, 1, 1], 4]);
  time.laterBy(aDayAfter);
  expect(await exported()).toBe(1);
  await nightAfter(aDayAfter);
  expect(await left()).toEqual([0, 0, 1, 0]);
  await nightAfter(aDayAfter + 24 * 60);
  expect(await left()).toEqual([0, 0, 0, 0]);
  time.backToNoon();
});

test('an owner who asks to delete the team can think better of it for thirty days, and everybody can read it', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei']);
  const [team, path] = [ref.teamId, paths.teamEnding(ref.teamId)];
  const endsAt = new Date(noon.getTime() + teamLimits.graceInDays * 24 * 3600_000).toISOString();
  const ending = { by: { id: idOf('Amara'), name: 'Amara' }, endsAt };
  const toldMei = async () => (await service.call('GET', paths.team(team), { as: 'Mei' })).body.team.ending;
  const { nightly, daysAfter, graceInDays } = nights();
  const daysLater = daysAfter(noon);

  const refused = await service.call('PUT', path, { as: 'Mei' });
  expect([refused.status, refused.body.code, await toldMei()]).toEqual([403, 'team.ownersOnly', null]);
  expect((await service.call('PUT', path, { as: 'Amara' })).body).toEqual(ending);
  time.laterBy(60);
  expect((await service.call('PUT', path, { as: 'Amara' })).body).toEqual(ending);
  expect(await toldMei()).toEqual(ending);
  // Whatever Teams tells us meanwhile does not put it off.
  await service.setRoster(ref, [aMember('Amara', { owner: true }), 'Mei', 'Jonas']);
  expect(await toldMei()).toEqual(ending);

  expect((await service.call('DELETE', path, { as: 'Mei' })).status).toBe(403);
  expect((await service.call('DELETE', path, { as: 'Amara' })).status).toBe(204);
  expect(await toldMei()).toBeNull();
  daysLater(graceInDays + 1);
  await nightly();
  expect(await service.storage.teams.find(ref)).not.toBeNull();

  time.backToNoon();
  await service.call('PUT', path, { as: 'Amara' });
  daysLater(graceInDays - 1);
  await nightly();
  expect(await service.storage.teams.find(ref)).not.toBeNull();
  daysLater(graceInDays);
  await nightly();
  expect(await service.storage.teams.find(ref)).toBeNull();
});

test('thirty days after the app was taken out everything goes, and not before; what was cut off goes on at night', async () => {
  const ref = await service.haveTeam(['Amara', 'Mei']);
  const back = await service.haveTeam(['Amara', 'Mei']);
  await thank(ref.teamId, 'Amara', 'Mei', 'Thank you for the review');
  const { storage } = service;
  const { nightly, daysAfter, graceInDays, now } = nights();
  const daysLater = daysAfter(new Date());
  await storage.teams.uninstall(ref);
  await storage.teams.uninstall(back);
  const kudosIn = async (of: typeof ref) => (await storage.kudos.list(of, idOf('Mei'), {}, null, 5)).items.length;

  daysLater(graceInDays - 1);
  await nightly();
  expect(await kudosIn(ref)).toBe(1);
  await storage.teams.install(back, { kind: 'team', name: 'Back again', address: 'x' });
  daysLater(graceInDays + 1);
  await nightly();
  expect(await kudosIn(ref)).toBe(0);
  expect(await storage.teams.find(back)).not.toBeNull();

  await storage.erasures.ask({ team: back }, now());
  daysLater(graceInDays + 2);
  await nightly();
  expect(await storage.teams.find(back)).toBeNull();
  expect(await storage.erasures.asked()).toEqual([]);
});
