import fc from 'fast-check';
import type { GoalFilter, GoalPlace } from '../../bot/app/goalPorts.ts';
import type { Goal } from '../../bot/domain/goal.ts';
import { standingOf } from '../../bot/domain/goalCircle.ts';
import type { PersonId, TeamRef } from '../../bot/domain/ids.ts';
import { placeOf } from '../../bot/storage/goalCopies.ts';
import * as keys from '../../bot/storage/keys.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { aGoal, aSupporter, everybody } from '../support/buildersOfGoals.ts';
import { startStorageProxy, type StorageProxy } from '../support/storageProxy.ts';

let azurite: Azurite;
let proxy: StorageProxy;
let storage: Storage;
let ref: TeamRef;
let goals: readonly Goal[];

/** Goals of everybody, in every audience and state, at moments that are partly the same. */
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
  storage = await freshStorage(proxy);
  ref = aRef();
  goals = Array.from({ length: 48 }, (_, at) => aMixedGoal(at));
  for (const goal of goals) await storage.goals.add(ref, goal);
}, 60_000);
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
afterEach(() => {
  proxy.pageOf = () => null;
});

function aMixedGoal(at: number): Goal {
  const owner = everybody[at % 6]!;
  const others = everybody.filter((name) => name !== owner);
  const answers = ['asked', 'accepted', 'declined'] as const;
  const isOpen = at % 4 < 2;
  const audience = (['me', 'supporters', 'team'] as const)[Math.floor(at / 2) % 3]!;
  return aGoal(
    { audience },
    {
      owner: aPerson(owner),
      supporters: answers.map((answer, which) => aSupporter(others[(at + which) % 5]!, answer)),
      status: isOpen ? 'open' : 'reached',
      closings: isOpen ? [] : [{ status: 'reached', learned: '', helpedBy: [], at: laterBy(at % 10) }],
      createdAt: laterBy((at % 7) - 100),
    },
  );
}

/** What the rules say, without any storage. */
function expected(viewer: PersonId | null, { owner, status }: GoalFilter): Goal[] {
  const at = (goal: Goal) => keys.goalPlace(placeOf(goal));
  return goals
    .filter((goal) => (viewer === null ? goal.audience === 'team' : standingOf(goal, viewer) !== null))
    .filter((goal) => owner === undefined || goal.owner.id === owner)
    .filter((goal) => status === undefined || (goal.status === 'open') === (status === 'open'))
    .sort((one, other) => (at(one) < at(other) ? -1 : 1));
}

async function all(viewer: PersonId | null, filter: GoalFilter, limit: number): Promise<Goal[]> {
  const found: Goal[] = [];
  let after: GoalPlace | null = null;
  for (let pages = 0; pages < 200; pages++) {
    const slice = await storage.goals.list(ref, viewer, filter, after, limit);
    expect(slice.items.length).toBeLessThanOrEqual(limit);
    found.push(...slice.items);
    after = slice.next;
    if (!after) return found;
  }
  throw new Error('It never ends');
}

const viewers = [...everybody, 'Stranger'].map(idOf);
const anyViewer = fc.constantFrom(null, ...viewers);
const anyFilter: fc.Arbitrary<GoalFilter> = fc
  .record({ owner: fc.constantFrom(undefined, ...viewers), status: fc.constantFrom(undefined, 'open', 'closed') })
  .map(({ owner, status }) => ({ ...(owner && { owner }), ...(status && { status: status as 'open' | 'closed' }) }));

test('everybody finds exactly what they may see, once, by owner, open ones first, whatever they ask for', async () => {
  await fc.assert(
    fc.asyncProperty(anyViewer, anyFilter, fc.constantFrom(1, 2, 3, 5, 20), async (viewer, filter, limit) => {
      expect(await all(viewer, filter, limit)).toEqual(expected(viewer, filter));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('however storage cuts its pages, nothing is left out and nothing shown twice', async () => {
  for (const size of [1, 3]) {
    let asked = 0;
    // Every third page holds nothing and says to go on.
    proxy.pageOf = () => (++asked % 3 === 0 ? 0 : size);
    expect(await all(idOf('Mei'), {}, 4)).toEqual(expected(idOf('Mei'), {}));
    expect(await all(null, { status: 'open' }, 4)).toEqual(expected(null, { status: 'open' }));
  }
}, 60_000);

test('a place that comes from another question breaks nothing and widens nothing', async () => {
  const far = keys.goalPlaceAt('');
  const slice = await storage.goals.list(ref, idOf('Stranger'), { owner: idOf('Amara') }, far, 5);

  expect(slice.items).toEqual(expected(idOf('Stranger'), { owner: idOf('Amara') }).slice(0, 5));
});

test('the goals page holds my own, the open ones of others that I am named in, and what the team is asked for', async () => {
  const mei = idOf('Mei');
  const asking = aGoal({ ask: 'Half an hour', askToTeam: true }, { owner: aPerson('Lukas'), createdAt: laterBy(500) });
  const own = aRef();
  const shown = goals.filter((goal) => goal.owner.name !== 'Priya');
  for (const goal of [...shown, asking]) await storage.goals.add(own, goal);

  const { mine, supporting, asks } = await storage.goals.screen(own, mei, 5);

  expect(mine).toEqual(await storage.goals.list(own, mei, { owner: mei }, null, 5));
  expect(new Set(supporting)).toEqual(
    new Set(
      shown.filter(
        (goal) => goal.status === 'open' && ['asked', 'supporter'].includes(standingOf(goal, mei) ?? 'nothing'),
      ),
    ),
  );
  expect(asks).toEqual([
    { id: asking.id, owner: asking.owner, text: 'Half an hour', helpers: [], at: asking.createdAt },
  ]);
});

test('asks are there for the whole team, newest first, page by page, and for one person', async () => {
  const own = aRef();
  const asking = Array.from({ length: 7 }, (_, at) =>
    aGoal(
      { ask: `Help ${at}`, askToTeam: at % 3 !== 0, audience: at % 3 === 0 ? 'team' : 'me' },
      { owner: aPerson(at % 2 ? 'Mei' : 'Lukas'), createdAt: laterBy(at) },
    ),
  );
  const silent = aGoal({ ask: 'For my supporters only', audience: 'supporters' });
  for (const goal of [...asking, silent]) await storage.goals.add(own, goal);

  const texts: string[] = [];
  let after = null;
  do {
    const slice = await storage.goals.asks(own, after, 3);
    texts.push(...slice.items.map(({ text }) => text));
    after = slice.next;
  } while (after);

  expect(texts).toEqual(['Help 6', 'Help 5', 'Help 4', 'Help 3', 'Help 2', 'Help 1', 'Help 0']);
  expect((await storage.goals.asksOf(own, idOf('Mei'))).map(({ text }) => text)).toEqual([
    'Help 5',
    'Help 3',
    'Help 1',
  ]);
  expect(await storage.goals.asksOf(own, idOf('Amara'))).toEqual([]);
});
