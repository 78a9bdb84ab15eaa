/* Topics, lines and action items on real storage, when many do something in the same moment, and when answers get lost. */
import { randomUUID } from 'node:crypto';
import { Away, ChangedMeanwhile } from '../../bot/app/ports.ts';
import { actionItemId, noteId, type TeamRef, topicId } from '../../bot/domain/ids.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { idOf, noon } from '../support/builders.ts';
import { aSchedule, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { anActor, anAppWorld, type AppWorld } from '../support/buildersOfWorlds.ts';
import { startStorageProxy, type StorageProxy, troubleOnce, troubles } from '../support/storageProxy.ts';

let azurite: Azurite;
let proxy: StorageProxy;
let world: AppWorld;
let ref: TeamRef;
let useCases: ReturnType<AppWorld['anInstance']>;
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
beforeEach(async () => {
  proxy.trouble = () => null;
  world = anAppWorld(await openStorage({ connectionString: proxy.connectionString }, freshTable()));
  ref = await world.aTeamOf('Amara', 'Mei', 'Lukas', 'Priya', ...crowd);
  await world.schedules.save(ref, aSchedule({ time: '14:00' }), null, noon);
  useCases = world.anInstance();
});
afterEach(() => world.settled());

const crowd = Array.from({ length: 10 }, (_, at) => `Person ${at}`);
const look = (who = 'Amara') => useCases.hours.find(anActor(who), ref.teamId, thursday);
const topicWords = { text: 'Quiet mornings', kind: 'talk', messageLink: null } as const;
const raise = (id: string, of: object = {}, who = 'Amara', edition: string | null = null) =>
  useCases.agenda.topic(anActor(who), ref.teamId, thursday, topicId(id), { ...topicWords, ...of }, edition);
const settle = (id: string, state: 'open' | 'talked' | 'status', who = 'Mei') =>
  useCases.agenda.settleTopic(anActor(who), ref.teamId, thursday, topicId(id), state);
const write = (id: string, text: string, edition: string | null = null) =>
  useCases.agenda.note(anActor('Amara'), ref.teamId, thursday, noteId(id), { text, kind: 'note', keep: true }, edition);
const item = (id: string, of: object = {}, edition: string | null = null) =>
  useCases.actions.save(
    anActor('Amara'),
    ref.teamId,
    actionItemId(id),
    { text: 'Write one page', owner: 'me', dueOn: null, promisedTo: idOf('Mei'), hour: null, ...of },
    edition,
  );

/** Of whoever comes for the first time it is noted later that they are here: that is not the request that is to fail. */
const haveBeenHere = async () => {
  await Promise.all([look('Amara'), look('Mei')]);
  await world.settled();
};

const failures = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));

test('the same topic, line or item sent ten times at once is there once', async () => {
  const id = randomUUID();
  const ten = <Sent>(send: () => Promise<Sent>) => Promise.all(Array.from({ length: 10 }, send));

  const [topics, lines, items] = await Promise.all([
    ten(() => raise(id)),
    ten(() => write(id, 'One page')),
    ten(() => item(id)),
  ]);

  for (const answers of [topics, lines, items]) expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  const hour = await look();
  expect([hour.topics.length, hour.notes.length, hour.actions.length]).toEqual([1, 1, 1]);
});

test('ten edits of one line from one edition: one is kept, and nine are told that they were not', async () => {
  const id = randomUUID();
  await write(id, 'One page');

  const results = await Promise.allSettled(crowd.map((who) => write(id, `As ${who} said`, '1')));

  expect(failures(results)).toHaveLength(9);
  for (const failure of failures(results)) expect(failure).toBeInstanceOf(ChangedMeanwhile);
  const winner = results.findIndex(({ status }) => status === 'fulfilled');
  expect((await look()).notes.map(({ text, edition }) => [text, edition])).toEqual([[`As ${crowd[winner]} said`, 2]]);
});

test('a topic that several settle at once is in one place, and in the way that one of them said', async () => {
  const id = randomUUID();
  await raise(id);

  const results = await Promise.allSettled(
    crowd.map((who, at) => settle(id, (['talked', 'status', 'open'] as const)[at % 3]!, who)),
  );

  expect(failures(results)).toEqual([]);
  const { topics } = await look();
  expect(topics).toHaveLength(1);
  const [topic] = topics;
  expect(topic!.closedIn).toBe(topic!.state === 'open' ? null : thursday);
});

test('a promise that is kept while it is rewritten is kept, and says what it said before or after', async () => {
  const id = randomUUID();
  await item(id);

  const results = await Promise.allSettled([
    useCases.actions.close(anActor('Mei'), ref.teamId, actionItemId(id), 'kept'),
    useCases.actions.close(anActor('Mei'), ref.teamId, actionItemId(id), 'kept'),
    item(id, { text: 'Write two pages' }, '1'),
  ]);

  expect(results.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const { items } = await useCases.actions.list(anActor('Mei'), ref.teamId, { person: 'me' }, null, 10);
  expect(items.map(({ status }) => status)).toEqual(['kept']);
  const isRewritten = results[2]!.status === 'fulfilled';
  expect(items[0]!.text).toBe(isRewritten ? 'Write two pages' : 'Write one page');
});

test('kept and released at once, a promise is one of them', async () => {
  const id = randomUUID();
  await item(id);

  const results = await Promise.allSettled(
    (['kept', 'released'] as const).map((as) =>
      useCases.actions.close(anActor('Mei'), ref.teamId, actionItemId(id), as),
    ),
  );

  expect(failures(results)).toMatchObject([{ code: 'action.closed' }]);
});

test.each(troubles)('storage that fails ($how, $when) loses no word and makes nothing twice', async (trouble) => {
  const again = async <Done>(deed: () => Promise<Done>): Promise<Done> => {
    troubleOnce(proxy, trouble);
    try {
      return await deed();
    } catch (away) {
      if (!(away instanceof Away)) throw away;
      return deed();
    }
  };
  const id = randomUUID();
  const mei = anActor('Mei');
  await haveBeenHere();

  await again(() => raise(id));
  await again(() => raise(id, { kind: 'idea' }, 'Amara', '1'));
  await again(() => write(id, 'One'));
  await again(() => write(id, 'One page', '1'));
  await again(() => item(id, { dueOn: '2026-11-20' }));
  await again(() => useCases.actions.postpone(mei, ref.teamId, actionItemId(id), nextThursday));
  await again(() => settle(id, 'talked'));
  await again(() => useCases.actions.close(mei, ref.teamId, actionItemId(id), 'kept'));

  const { topics, notes } = await look();
  expect(topics.map(({ kind, state, edition }) => [kind, state, edition])).toEqual([['idea', 'talked', 3]]);
  expect(notes.map(({ text, edition }) => [text, edition])).toEqual([['One page', 2]]);
  const { items } = await useCases.actions.list(mei, ref.teamId, {}, null, 10);
  expect(items.map(({ status, postponed, edition }) => [status, postponed, edition])).toEqual([
    ['kept', ['2026-11-20'], 3],
  ]);
});
