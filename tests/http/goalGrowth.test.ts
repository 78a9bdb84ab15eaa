import { randomUUID } from 'node:crypto';
import { evidenceSchema, growthRecordSchema } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { goalCalls, said } from '../support/goalCalls.ts';
import { type Answer, type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, accept, comment, checkIn } = goalCalls(() => service);

const aTeam = async () => (await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas'])).teamId;
const idsOf = ({ body }: Answer) => body.items.map(({ id }: { id: string }) => id);

async function thank(team: string, by: string, whom: string, of: object = {}) {
  const id: string = randomUUID();
  const body = { to: [idOf(whom)], text: 'Thank you for saying a range', ...of };
  return { id, answer: await call('PUT', paths.kudos(team, id), by, { body }) };
}

async function wish(team: string, name: string, thankMe: string) {
  const { version } = await call('GET', paths.profile(team, 'me'), name);
  await call('PUT', paths.profile(team, 'me'), name, { body: { thankMe }, version });
}

test('kudos about me show what I learned: attached once, shown to who sees the goal, and detached again', async () => {
  const team = await aTeam();
  const goal = await begin(team, { audience: 'team' });
  const [one, two] = [await thank(team, 'Mei', 'Amara'), await thank(team, 'Lukas', 'Amara')];
  const put = (id: string) => call('PUT', paths.evidenceOf(team, goal.id, id), 'Amara');
  const list = (who: string) => call('GET', paths.evidence(team, goal.id), who);

  const answers = [await put(one.id), await put(two.id), await put(one.id)];
  const shown = [await list('Amara'), await list('Mei'), await list('Olga')];
  const detached = await call('DELETE', paths.evidenceOf(team, goal.id, one.id), 'Amara');
  const again = await call('DELETE', paths.evidenceOf(team, goal.id, one.id), 'Amara');

  expect(answers.map(({ status, body }) => [status, body.evidence])).toEqual([
    [200, [one.id]],
    [200, [one.id, two.id]],
    [200, [one.id, two.id]],
  ]);
  expect(shown.map(idsOf)).toEqual([1, 2, 3].map(() => [one.id, two.id]));
  expect(evidenceSchema.parse(shown[0]!.body).items[0]).toEqual(one.answer.body);
  expect([detached, again].map(({ status, body }) => [status, body.evidence])).toEqual([
    [200, [two.id]],
    [200, [two.id]],
  ]);
});

test('only kudos in which I was thanked are evidence; about others, taken back, and none at all look the same', async () => {
  const team = await aTeam();
  const goal = await begin(team);
  await wish(team, 'Lukas', 'private');
  const [others, mine, gone] = [
    await thank(team, 'Lukas', 'Mei'),
    await thank(team, 'Amara', 'Mei'),
    await thank(team, 'Mei', 'Amara'),
  ];
  const secret = await thank(team, 'Mei', 'Lukas');
  await call('DELETE', paths.kudos(team, gone.id), 'Mei');

  const answers = [];
  for (const id of [others.id, mine.id, gone.id, secret.id, randomUUID()])
    answers.push(await call('PUT', paths.evidenceOf(team, goal.id, id), 'Amara'));

  expect(answers.map(said)).toEqual(answers.map(() => [422, 'goal.evidenceNotAboutYou']));
  const { requestId: _, ...refused } = answers[0]!.body;
  for (const { body } of answers) expect(body).toEqual({ ...refused, requestId: body.requestId });
});

test('what was said privately stays private on a goal, and what was taken back vanishes from it', async () => {
  const team = await aTeam();
  const goal = await begin(team, { audience: 'team' });
  await wish(team, 'Amara', 'private');
  const [fromMei, fromLukas] = [await thank(team, 'Mei', 'Amara'), await thank(team, 'Lukas', 'Amara')];
  for (const { id } of [fromMei, fromLukas]) await call('PUT', paths.evidenceOf(team, goal.id, id), 'Amara');
  const shown = async () =>
    Promise.all(
      ['Amara', 'Mei', 'Olga'].map(async (who) => idsOf(await call('GET', paths.evidence(team, goal.id), who))),
    );

  const before = await shown();
  await call('DELETE', paths.kudos(team, fromMei.id), 'Mei');

  expect(before).toEqual([[fromMei.id, fromLukas.id], [fromMei.id], []]);
  expect(await shown()).toEqual([[fromLukas.id], [], []]);
});

test('which goal a kudos came from is told to its giver, wherever it is shown, and to nobody else', async () => {
  const team = await aTeam();
  const goal = await begin(team, { audience: 'supporters', supporters: [idOf('Mei')] });
  const thanks = await thank(team, 'Amara', 'Mei', { goalId: goal.id });
  const shown = async (who: string) => {
    const answers = await Promise.all([
      call('GET', paths.kudos(team, thanks.id), who),
      call('GET', paths.kudosList(team), who),
      call('GET', paths.team(team), who),
      call('GET', paths.person(team, idOf('Mei')), who),
    ]);
    const [one, list, first, page] = answers.map(({ body }) => body);
    return [one, list.items[0], first.kudos.items[0], page.thanks[0]].map(({ goalId }) => goalId);
  };

  expect(thanks.answer.body.goalId).toBe(goal.id);
  expect(await shown('Amara')).toEqual(Array(4).fill(goal.id));
  for (const who of ['Mei', 'Olga']) expect(await shown(who)).toEqual(Array(4).fill(null));
  const joined = await call('PUT', paths.kudosJoined(team, thanks.id), 'Lukas');
  expect([joined.status, joined.body.goalId]).toEqual([200, null]);
});

test('my growth record is everything of mine, whole, to take away; and nothing of anybody else’s', async () => {
  const team = await aTeam();
  const goal = await begin(team, { audience: 'supporters', supporters: [idOf('Mei')] });
  const closed = await begin(team, { title: 'Listen longer' });
  await begin(team, { title: 'Of Mei', audience: 'team' }, 'Mei');
  await accept(goal, 'Mei');
  for (let at = 1; at <= 14; at++) await checkIn(goal, { learned: `Learned ${at}` });
  await comment(goal, 'Mei');
  const note = { text: 'Well said', messageLink: null };
  await call('PUT', paths.note(team, goal.id, randomUUID()), 'Amara', { body: note });
  const kudos = await thank(team, 'Mei', 'Amara');
  await call('PUT', paths.evidenceOf(team, goal.id, kudos.id), 'Amara');
  await call('POST', paths.drop(team, closed.id), 'Amara', { body: { learned: 'Later' } });

  const { status, body, headers, version } = await call('GET', paths.growthRecord(team), 'Amara');
  const ofMei = await call('GET', paths.growthRecord(team), 'Mei');
  const nobody = await call('GET', paths.growthRecord(team), 'Olga');

  expect([status, version, headers.get('content-disposition'), headers.get('cache-control')]).toEqual([
    200,
    null,
    'attachment; filename="growth-record.json"',
    'no-store',
  ]);
  const record = growthRecordSchema.parse(body);
  expect([record.person, record.team]).toEqual([
    { id: idOf('Amara'), name: 'Amara' },
    { id: team, name: 'Studio' },
  ]);
  expect(record.goals).toMatchObject([
    { title: 'Estimate aloud', comments: [{ author: { name: 'Mei' } }], notes: [note], evidence: [{ id: kudos.id }] },
    { title: 'Listen longer', closings: [{ status: 'dropped', learned: 'Later' }], checkIns: [], notes: [] },
  ]);
  expect(record.goals[0]!.checkIns.map(({ learned }) => learned)).toEqual(
    Array.from({ length: 14 }, (_, at) => `Learned ${14 - at}`),
  );
  expect(ofMei.body.goals).toMatchObject([{ title: 'Of Mei' }]);
  expect(JSON.stringify(ofMei.body)).not.toMatch(/Amara|Estimate/);
  expect(nobody.body.goals).toEqual([]);
});
