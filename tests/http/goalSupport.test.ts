import { randomUUID } from 'node:crypto';
import { askPageSchema, commentPageSchema, notePageSchema } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { goalCalls, said } from '../support/goalCalls.ts';
import { type Answer, type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, edit, accept, decline, comment, checkIn } = goalCalls(() => service);

const aTeam = async () => (await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas', 'Priya'])).teamId;
const forMei = { audience: 'supporters' as const, supporters: [idOf('Mei')] };
const textsOf = ({ body }: Answer) => body.items.map(({ text }: { text: string }) => text);
const supportersOf = ({ body }: Answer) =>
  body.supporters.map(({ name, answer }: { name: string; answer: string }) => `${name} ${answer}`);

test('who is asked sees the goal and says yes: then they talk and cheer, and the owner knows', async () => {
  const goal = await begin(await aTeam(), forMei);

  const asked = await call('GET', goal.path, 'Mei');
  const early = [await comment(goal, 'Mei'), await call('PUT', paths.cheer(goal.team, goal.id), 'Mei')];
  const yes = [await accept(goal, 'Mei'), await accept(goal, 'Mei')];
  const spoken = await comment(goal, 'Mei', 'I can sit with you');
  await checkIn(goal);
  const cheered = await call('PUT', paths.cheer(goal.team, goal.id), 'Mei');

  expect(asked.body).toMatchObject({ standing: 'asked', title: 'Estimate aloud' });
  expect(early.map(said)).toEqual([
    [403, 'goal.notSupporter'],
    [403, 'goal.notSupporter'],
  ]);
  expect(yes.map(({ status, body }) => [status, body.standing])).toEqual([
    [200, 'supporter'],
    [200, 'supporter'],
  ]);
  expect([spoken.status, cheered.body.cheers]).toEqual([201, [{ id: idOf('Mei'), name: 'Mei' }]]);
  const owner = await call('GET', goal.path, 'Amara');
  expect([supportersOf(owner), owner.body.cheers]).toEqual([['Mei accepted'], [{ id: idOf('Mei'), name: 'Mei' }]]);
  const back = await call('DELETE', paths.cheer(goal.team, goal.id), 'Mei');
  expect(back.body.cheers).toEqual([]);
});

test('a no is silent: the goal is gone for who said it, and the owner goes on reading that they were asked', async () => {
  const goal = await begin(await aTeam(), forMei);
  const before = await call('GET', goal.path, 'Amara');

  const no = [await decline(goal, 'Mei'), await decline(goal, 'Mei')];
  const changedMind = await accept(goal, 'Mei');

  expect(no.map(({ status, body, version }) => [status, body, version])).toEqual([
    [204, '', null],
    [204, '', null],
  ]);
  expect(said(changedMind)).toEqual([404, 'notFound']);
  const after = await call('GET', goal.path, 'Amara');
  expect([after.body, after.version]).toEqual([before.body, before.version]);
  expect((await call('GET', paths.goalsScreen(goal.team), 'Mei')).body.supporting).toEqual([]);

  await edit(goal, { title: 'Asked again', ...forMei });
  expect(said(await call('GET', goal.path, 'Mei'))).toEqual([404, 'notFound']);
  await edit(goal, { supporters: [] });
  await edit(goal, forMei);
  expect((await call('GET', goal.path, 'Mei')).body.standing).toBe('asked');
});

test('who leaves a goal that the team sees goes on seeing it as everybody does', async () => {
  const goal = await begin(await aTeam(), { ...forMei, audience: 'team' });
  await accept(goal, 'Mei');
  await call('PUT', paths.cheer(goal.team, goal.id), 'Mei');

  const left = await call('DELETE', paths.support(goal.team, goal.id), 'Mei');

  expect([left.status, left.body.standing, left.body.cheers]).toEqual([200, 'team', []]);
  expect(said(await comment(goal, 'Mei'))).toEqual([403, 'goal.notSupporter']);
  expect(said(await accept(goal, 'Mei'))).toEqual([403, 'goal.notSupporter']);
  const owner = await call('GET', goal.path, 'Amara');
  expect([supportersOf(owner), owner.body.cheers]).toEqual([['Mei asked'], []]);
});

test('nobody answers who was not asked, and no answer is not an answer', async () => {
  const goal = await begin(await aTeam(), { audience: 'team', supporters: [idOf('Mei')] });

  const answers = [
    await accept(goal, 'Lukas'),
    await decline(goal, 'Olga'),
    await accept(goal, 'Amara'),
    await call('PUT', paths.support(goal.team, goal.id), 'Mei', { body: {} }),
    await call('PUT', paths.support(goal.team, goal.id), 'Mei', { body: { accepts: 'yes' } }),
  ];

  expect(answers.map(said)).toEqual([
    [403, 'goal.notSupporter'],
    [403, 'goal.notSupporter'],
    [403, 'goal.notSupporter'],
    [400, 'request.invalid'],
    [400, 'request.invalid'],
  ]);
});

test('what owner and supporters say stays between them, also when the team sees the goal', async () => {
  const goal = await begin(await aTeam(), { audience: 'team', supporters: [idOf('Mei'), idOf('Lukas')] });
  await accept(goal, 'Mei');
  const id = randomUUID();

  const first = await comment(goal, 'Mei', ' I can sit\r\nwith you ', id);
  const again = await comment(goal, 'Mei', 'I can sit\nwith you', id);
  const other = [await comment(goal, 'Mei', 'Something else', id), await comment(goal, 'Amara', first.body.text, id)];
  await comment(goal, 'Amara', 'Thursday?');

  expect([first, again].map(({ status, body }) => [status, body])).toEqual([
    [201, { id, author: { id: idOf('Mei'), name: 'Mei' }, text: 'I can sit\nwith you', at: first.body.at }],
    [200, first.body],
  ]);
  expect(other.map(said)).toEqual([
    [409, 'goal.idTaken'],
    [409, 'goal.idTaken'],
  ]);
  const reading = (who: string) => call('GET', paths.comments(goal.team, goal.id), who);
  for (const who of ['Amara', 'Mei']) {
    const list = await reading(who);
    commentPageSchema.parse(list.body);
    expect(textsOf(list)).toEqual(['Thursday?', 'I can sit\nwith you']);
  }
  for (const who of ['Lukas', 'Priya', 'Olga']) {
    expect(said(await reading(who))).toEqual([403, 'goal.notSupporter']);
    expect(said(await comment(goal, who))).toEqual([403, 'goal.notSupporter']);
    expect(said(await call('DELETE', paths.comment(goal.team, goal.id, id), who))).toEqual([404, 'notFound']);
  }
});

test('who comes later reads nothing of what was said before, not even by its id', async () => {
  const goal = await begin(await aTeam(), forMei);
  await accept(goal, 'Mei');
  const before = randomUUID();
  await comment(goal, 'Mei', 'Between us', before);

  await edit(goal, { audience: 'supporters', supporters: [idOf('Mei'), idOf('Lukas')] });
  await accept(goal, 'Lukas');
  await comment(goal, 'Amara', 'Welcome, Lukas');
  const reading = async (who: string) => textsOf(await call('GET', paths.comments(goal.team, goal.id), who));

  expect([await reading('Lukas'), await reading('Mei')]).toEqual([
    ['Welcome, Lukas'],
    ['Welcome, Lukas', 'Between us'],
  ]);
  expect(said(await call('DELETE', paths.comment(goal.team, goal.id, before), 'Lukas'))).toEqual([404, 'notFound']);

  // Who is taken out and asked again begins anew.
  await edit(goal, { audience: 'supporters', supporters: [idOf('Lukas')] });
  await edit(goal, { audience: 'supporters', supporters: [idOf('Mei'), idOf('Lukas')] });
  await accept(goal, 'Mei');
  await comment(goal, 'Lukas', 'Mei is back');
  expect(await reading('Mei')).toEqual(['Mei is back']);
});

test('comments are paged, newest first, and for a late supporter the last page is the last that they may read', async () => {
  const goal = await begin(await aTeam(), forMei);
  for (let at = 1; at <= 3; at++) await comment(goal, 'Amara', `Before ${at}`);
  await edit(goal, { audience: 'supporters', supporters: [idOf('Mei'), idOf('Lukas')] });
  await accept(goal, 'Lukas');
  for (let at = 1; at <= 4; at++) await comment(goal, 'Lukas', `After ${at}`);
  const pages = async (who: string) => {
    const all: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = `${paths.comments(goal.team, goal.id)}?limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await call('GET', address, who);
      all.push(textsOf(page));
      cursor = page.body.nextCursor;
    }
    return all;
  };

  const after = ['After 4', 'After 3', 'After 2', 'After 1'];
  expect((await pages('Lukas')).flat()).toEqual(after);
  expect((await pages('Amara')).flat()).toEqual([...after, 'Before 3', 'Before 2', 'Before 1']);
});

test('a comment is taken away by who said it or by whose goal it is; twice is once, and its id stays spent', async () => {
  const goal = await begin(await aTeam(), { audience: 'supporters', supporters: [idOf('Mei'), idOf('Lukas')] });
  await Promise.all([accept(goal, 'Mei'), accept(goal, 'Lukas')]);
  const [one, two] = [randomUUID() as string, randomUUID() as string];
  await comment(goal, 'Mei', 'One', one);
  await comment(goal, 'Mei', 'Two', two);
  const remove = (who: string, entry: string) => call('DELETE', paths.comment(goal.team, goal.id, entry), who);

  const answers = [
    await remove('Lukas', one),
    await remove('Mei', one),
    await remove('Mei', one),
    await remove('Amara', two),
    await remove('Amara', randomUUID()),
    await remove('Amara', 'first'),
    await comment(goal, 'Mei', 'One', one),
  ];

  expect(answers.map(said)).toEqual([
    [403, 'goal.commentNotYours'],
    [204, undefined],
    [204, undefined],
    [204, undefined],
    [404, 'notFound'],
    [404, 'notFound'],
    [409, 'goal.idTaken'],
  ]);
  expect(textsOf(await call('GET', paths.comments(goal.team, goal.id), 'Lukas'))).toEqual([]);
});

test('a note is a message kept beside a goal, for its owner alone', async () => {
  const goal = await begin(await aTeam(), { ...forMei, audience: 'team' });
  await accept(goal, 'Mei');
  const id = randomUUID();
  const path = paths.note(goal.team, goal.id, id);
  const body = { text: 'You said a range, well done', messageLink: 'https://teams.microsoft.com/l/message/19:x/1' };
  const list = () => call('GET', paths.notes(goal.team, goal.id), 'Amara');

  const kept = await call('PUT', path, 'Amara', { body });
  const answers = [
    kept,
    await call('PUT', path, 'Amara', { body }),
    await call('PUT', path, 'Amara', { body: { text: 'Other' } }),
    await call('PUT', `${path.slice(0, -36)}x`, 'Amara', { body }),
    await call('PUT', path, 'Amara', { body: { ...body, messageLink: 'https://evil.example/l/message/1' } }),
    await call('PUT', path, 'Mei', { body }),
    await call('GET', paths.notes(goal.team, goal.id), 'Mei'),
  ];
  const before = await list();
  const removed = [await call('DELETE', path, 'Amara'), await call('DELETE', path, 'Amara')];

  expect(answers.map(said)).toEqual([
    [201, undefined],
    [200, undefined],
    [409, 'goal.idTaken'],
    [400, 'request.invalid'],
    [400, 'request.invalid'],
    [403, 'goal.notYours'],
    [403, 'goal.notYours'],
  ]);
  expect(notePageSchema.parse(before.body)).toEqual({ items: [{ id, ...body, at: kept.body.at }], nextCursor: null });
  expect([...removed.map(({ status }) => status), (await list()).body.items]).toEqual([204, 204, []]);
});

test('who can help says so, and only who asked learns of it', async () => {
  const goal = await begin(await aTeam(), { ask: 'Somebody who listens', askToTeam: true });
  const offer = (who: string, method = 'PUT') => call(method, paths.offer(goal.team, goal.id), who);

  const offers = [await offer('Mei'), await offer('Mei'), await offer('Lukas'), await offer('Amara')];
  const owner = await call('GET', goal.path, 'Amara');
  const list = await call('GET', paths.asks(goal.team), 'Priya');
  const back = [await offer('Mei', 'DELETE'), await offer('Mei', 'DELETE')];
  const after = await call('GET', goal.path, 'Amara');

  const names = ({ body }: Answer) => body.helpers.map(({ name }: { name: string }) => name);
  expect(offers.map(said)).toEqual([
    [200, undefined],
    [200, undefined],
    [200, undefined],
    [422, 'goal.ownAsk'],
  ]);
  expect(names(owner)).toEqual(['Mei', 'Lukas']);
  expect(owner.body.helpers[0].at).toMatch(/Z$/);
  expect(askPageSchema.parse(list.body).items).toEqual([{ ...offers[0]!.body, offered: false }]);
  expect(JSON.stringify(list.body)).not.toMatch(/Mei|Lukas/);
  expect([...back.map(({ body }) => body.offered), names(after)]).toEqual([false, false, ['Lukas']]);
  expect(after.version).toBe(goal.answer.version);
});

test('an ask is there as long as it is asked: not when it is taken back, worded anew or the goal is closed', async () => {
  const goal = await begin(await aTeam(), { ask: 'Somebody who listens', askToTeam: true });
  const asks = async () => textsOf(await call('GET', paths.asks(goal.team), 'Mei'));
  const offer = () => call('PUT', paths.offer(goal.team, goal.id), 'Mei');
  await offer();

  const anew = await edit(goal, { ask: 'A quiet room' });
  const worded = await asks();
  await edit(goal, { ask: 'A quiet room', askToTeam: false });
  const takenBack = [await asks(), said(await offer())];
  await edit(goal, { ask: 'A quiet room', askToTeam: false, audience: 'team' });
  const shared = await asks();
  await call('POST', paths.reach(goal.team, goal.id), 'Amara');
  const closed = [await asks(), said(await offer())];

  expect(anew.body.helpers).toEqual([]);
  expect([worded, takenBack, shared, closed]).toEqual([
    ['A quiet room'],
    [[], [404, 'notFound']],
    ['A quiet room'],
    [[], [404, 'notFound']],
  ]);
});

test('asks are paged, newest first', async () => {
  const team = await aTeam();
  for (let at = 1; at <= 5; at++) await begin(team, { ask: `Ask ${at}`, askToTeam: true }, 'Priya');
  const all: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await call('GET', `${paths.asks(team)}?limit=2${cursor && `&cursor=${cursor}`}`, 'Mei');
    all.push(...textsOf(page));
    cursor = page.body.nextCursor;
  }

  expect(all).toEqual(['Ask 5', 'Ask 4', 'Ask 3', 'Ask 2', 'Ask 1']);
});
