import { goalPageSchema, goalsScreenSchema } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import { idOf } from '../support/builders.ts';
import { aStep } from '../support/buildersOfGoals.ts';
import { goalCalls, said } from '../support/goalCalls.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());
const { call, begin, checkIn } = goalCalls(() => service);

const aTeam = async () => (await service.haveTeam(['Olga', 'Amara', 'Mei', 'Lukas'])).teamId;
const titles = ({ body }: { body: { items: { title: string }[] } }) => body.items.map(({ title }) => title);

test('goals are listed by person, by how they stand and by their words, and the pages together are the list', async () => {
  const team = await aTeam();
  for (let at = 1; at <= 7; at++) await begin(team, { title: `Goal ${at}`, audience: at % 2 ? 'team' : 'me' });
  const closed = await begin(team, { title: 'Goal 8', why: 'To sleep better', audience: 'team' });
  await call('POST', paths.reach(team, closed.id), 'Amara', { body: { learned: 'Ranges are honest' } });
  await begin(team, { title: 'Goal of Mei' }, 'Mei');
  const all = async (who: string, question: string) => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const address: string = `${paths.goals(team)}?limit=2${question}${cursor && `&cursor=${cursor}`}`;
      const page = await call('GET', address, who);
      goalPageSchema.parse(page.body);
      found.push(...titles(page));
      cursor = page.body.nextCursor;
    }
    return found.map((title) => title.replace('Goal ', '')).join(' ');
  };

  expect(await all('Amara', '&person=me')).toBe('7 6 5 4 3 2 1 8');
  expect(await all('Amara', '&person=me&status=closed')).toBe('8');
  expect(await all('Amara', '&person=me&status=open')).toBe('7 6 5 4 3 2 1');
  expect(await all('Amara', '&person=me&q=honest')).toBe('8');
  expect(await all('Amara', '&q=SLEEP')).toBe('8');
  expect(await all('Mei', `&person=${idOf('Amara')}`)).toBe('7 5 3 1 8');
  expect(await all('Mei', '&person=me')).toBe('of Mei');
  expect((await all('Mei', '')).split(' ').sort().join(' ')).toBe('1 3 5 7 8 Mei of');
  expect(said(await call('GET', `${paths.goals(team)}?person=${idOf('Stranger')}`, 'Mei'))).toEqual([404, 'notFound']);
});

test('the goals page comes in one call, and mine go on where the list does', async () => {
  const team = await aTeam();
  for (let at = 1; at <= 22; at++) await begin(team, { title: `Goal ${at}` });
  await begin(team, { title: 'Listen longer', audience: 'supporters', supporters: [idOf('Amara')] }, 'Mei');
  await begin(team, { title: 'Hidden', ask: 'A quiet room', askToTeam: true }, 'Lukas');

  const { body } = await call('GET', paths.goalsScreen(team), 'Amara');
  const rest = await call('GET', `${paths.goals(team)}?person=me&cursor=${body.mine.nextCursor}`, 'Amara');

  goalsScreenSchema.parse(body);
  expect(titles({ body: body.mine })).toEqual(Array.from({ length: 20 }, (_, at) => `Goal ${22 - at}`));
  expect([titles(rest), rest.body.nextCursor]).toEqual([['Goal 2', 'Goal 1'], null]);
  expect(body.supporting).toMatchObject([{ title: 'Listen longer', standing: 'asked' }]);
  expect(body.asks).toMatchObject([{ text: 'A quiet room', owner: { name: 'Lukas' }, offered: false }]);
});

test('the first screen says what my open goals need next, and nobody else’s', async () => {
  const team = await aTeam();
  const goal = await begin(team, { dueOn: '2026-12-24', steps: [aStep('One', true), aStep('Two')], audience: 'team' });
  await begin(team, { title: 'Of Mei', audience: 'team' }, 'Mei');
  const { body: checkedIn } = await checkIn(goal);

  const { body } = await call('GET', paths.team(team), 'Amara');

  expect(body.goals).toEqual([
    {
      id: goal.id,
      title: 'Estimate aloud',
      dueOn: '2026-12-24',
      progress: { done: 1, total: 2 },
      nextStep: 'Two',
      checkedInAt: checkedIn.checkIns[0].at,
    },
  ]);
});

test('a cursor belongs to its list, its question and its person', async () => {
  const team = await aTeam();
  const goals = [await begin(team, { audience: 'team' }), await begin(team, { audience: 'team' })];
  for (const goal of goals) for (let at = 0; at < 2; at++) await checkIn(goal);
  const [first, second] = goals.map(({ id }) => paths.checkIns(team, id)) as [string, string];
  const { nextCursor } = (await call('GET', `${first}?limit=1`, 'Amara')).body;
  const { nextCursor: ofGoals } = (await call('GET', `${paths.goals(team)}?limit=1`, 'Amara')).body;

  const answers = [
    await call('GET', `${second}?cursor=${nextCursor}`, 'Amara'),
    await call('GET', `${first}?cursor=${nextCursor}`, 'Mei'),
    await call('GET', `${first}?cursor=${ofGoals}`, 'Amara'),
    await call('GET', `${paths.comments(team, goals[0]!.id)}?cursor=${nextCursor}`, 'Amara'),
    await call('GET', `${paths.goals(team)}?status=open&cursor=${ofGoals}`, 'Amara'),
    await call('GET', `${paths.asks(team)}?cursor=${ofGoals}`, 'Amara'),
    await call('GET', `${paths.kudosList(team)}?cursor=${ofGoals}`, 'Amara'),
  ];

  expect(answers.map(said)).toEqual(answers.map(() => [400, 'request.badCursor']));
});
