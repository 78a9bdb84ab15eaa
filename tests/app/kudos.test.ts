import { Away, ChangedMeanwhile, NotFound } from '../../bot/app/ports.ts';
import type { Delivery } from '../../bot/app/kudos.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import type { Wish } from '../../bot/domain/profile.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aGift, aKudosId, aPerson, aProfile, idOf, laterBy } from '../support/builders.ts';
import { anActor, anAppWorld, type AppWorld } from '../support/buildersOfWorlds.ts';
import { operationsOf } from '../support/recorder.ts';
import { startStorageProxy } from '../support/storageProxy.ts';

let azurite: Azurite;
let world: AppWorld;
let ref: TeamRef;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());
beforeEach(async () => {
  world = anAppWorld(await freshStorage(azurite));
  ref = await world.aTeamOf(...names);
  await world.teams.saveValues(ref, ['Care', 'Courage'], (await world.teams.find(ref))!.version);
});
afterEach(() => world.settled());

const names = ['Amara', 'Mei', 'Lukas', 'Priya', 'Jonas', 'Nadia'];
const byBot: Delivery = { by: 'bot', place: null };
const byGiver: Delivery = { by: 'giver', place: null };
const [amara, mei, lukas] = [anActor('Amara'), anActor('Mei'), anActor('Lukas')];

const give = (gift = aGift(), id = aKudosId(), delivery = byBot, by = amara) =>
  world.kudos.give(by, ref.teamId, id, gift, delivery);
const wish = async (name: string, thankMe: Wish) => world.profiles.save(ref, idOf(name), aProfile({ thankMe }), 'none');
const wallOf = async (name: string, question = {}) =>
  (await world.kudos.list(anActor(name), ref.teamId, question, null, 100)).items.map(({ thing }) => thing);

test('a gift is on the wall when it was answered, and its card follows', async () => {
  const { thing, isNew } = await give(aGift({ value: 'care' }));
  const wall = await wallOf('Nadia');
  await world.settled();

  expect(isNew).toBe(true);
  expect(wall).toEqual([thing]);
  expect(world.teamsApp.posts).toEqual([{ id: 'post 0', shown: thing, place: null }]);
  expect(await world.cards.find(ref, thing.id)).toEqual({ posts: ['post 0'] });
});

test('the same submit ten times at once is one kudos and one card, and every answer is the same', async () => {
  const [gift, id] = [aGift(), aKudosId()];

  const answers = await Promise.all(Array.from({ length: 10 }, () => give(gift, id)));
  await world.settled();

  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(answers.map(({ version }) => version)).size).toBe(1);
  for (const { thing } of answers) expect(thing).toEqual(answers[0]!.thing);
  expect(await wallOf('Nadia')).toHaveLength(1);
  expect(world.teamsApp.posts).toHaveLength(1);
});

test('another gift under the same id, or the same from somebody else, is refused and changes nothing', async () => {
  const id = aKudosId();
  const { thing } = await give(aGift(), id);

  await expect(give(aGift({ text: 'Something else altogether' }), id)).rejects.toThrow('kudos.idTaken');
  await expect(give(aGift({ to: [idOf('Lukas')] }), id)).rejects.toThrow('kudos.idTaken');
  await expect(give(aGift(), id, byBot, lukas)).rejects.toThrow('kudos.idTaken');

  await world.settled();
  expect(await wallOf('Nadia')).toEqual([thing]);
  expect(world.teamsApp.posts).toHaveLength(1);
});

test('a resend is answered with what was given, even when the one who was thanked has left since', async () => {
  const [gift, id] = [aGift(), aKudosId()];
  const first = await give(gift, id);
  world.teamsApp.leave(ref, 'Mei');
  await world.team.rosterChanged(ref, [], [idOf('Mei')]);

  const second = await give(gift, id);

  expect(second).toEqual({ ...first, isNew: false });
});

test('or would rather not be thanked since', async () => {
  const [gift, id] = [aGift(), aKudosId()];
  const first = await give(gift, id);
  await wish('Mei', 'no');

  expect(await give(gift, id)).toEqual({ ...first, isNew: false });
  await expect(give(gift)).rejects.toThrow('kudos.ratherNot');
});

test('what was taken back is not given again by a late resend', async () => {
  const [gift, id] = [aGift(), aKudosId()];
  await give(gift, id);
  await world.kudos.takeBack(amara, ref.teamId, id, null);

  await expect(give(gift, id)).rejects.toThrow('kudos.takenBack');
  await world.settled();
  expect(await wallOf('Amara')).toEqual([]);
  expect(world.teamsApp.posts).toMatchObject([{ shown: 'withdrawn' }]);
});

test('nobody gives into a team that they are not in', async () => {
  await expect(give(aGift(), aKudosId(), byBot, anActor('Stranger'))).rejects.toThrow(NotFound);
  const other = await world.aTeamOf('Amara');

  await expect(world.kudos.give(amara, other.teamId, aKudosId(), aGift(), byBot)).rejects.toThrow('kudos.notInTeam');
  expect(await wallOf('Amara')).toEqual([]);
});

test.each([
  ['channel', byBot, 1],
  ['private', byBot, 1],
  ['hour', byBot, 0],
  ['channel', byGiver, 0],
] as const)('for the %s, given %o, the bot posts %i cards', async (thankMe, delivery, count) => {
  await wish('Mei', thankMe);

  const { thing } = await give(aGift(), aKudosId(), delivery);
  await world.settled();

  expect(thing.visibility).toBe(thankMe);
  expect(world.teamsApp.posts).toHaveLength(count);
});

test.each([
  ['private', ['Amara', 'Mei', 'Lukas']],
  ['hour', ['Amara']],
] as const)('what was given for the %s is nowhere to be found for anybody else', async (visibility, readers) => {
  await wish('Mei', visibility);
  const { thing } = await give(
    aGift({ to: [idOf('Mei'), idOf('Lukas')], text: 'Marvellous hydraulics all week', effect: 'Calmer evenings' }),
  );
  const questions = [
    {},
    { person: idOf('Mei') },
    { person: idOf('Amara') },
    { q: 'hydraulics' },
    { q: 'calmer' },
    { q: 'Mei' },
  ];

  for (const name of names) {
    const isReader = (readers as readonly string[]).includes(name);
    for (const question of questions) {
      expect([name, question, await wallOf(name, question)]).toEqual([name, question, isReader ? [thing] : []]);
    }
    const screen = await world.team.firstScreen(anActor(name), ref.teamId, 10);
    expect(screen.slice).toMatchObject({ items: isReader ? [{ thing }] : [], next: null });
    const found = world.kudos.find(anActor(name), ref.teamId, thing.id);
    await (isReader ? expect(found).resolves.toMatchObject({ thing }) : expect(found).rejects.toEqual(new NotFound()));
    const joined = world.kudos.join(anActor(name), ref.teamId, thing.id, true);
    await expect(joined).rejects.toThrow(isReader ? 'kudos.notOpenToJoin' : NotFound);
    if (!isReader) {
      const taken = world.kudos.takeBack(anActor(name), ref.teamId, thing.id, null);
      await expect(taken).rejects.toEqual(new NotFound());
    }
  }
});

test('twenty who join at once are all kept, and the card names them all in the end', async () => {
  const many = Array.from({ length: 20 }, (_, index) => `Person ${index}`);
  ref = await world.aTeamOf('Amara', 'Mei', ...many);
  const { thing } = await give();

  await Promise.all(many.map((name) => world.kudos.join(anActor(name), ref.teamId, thing.id, true)));
  await world.settled();

  const [found] = await wallOf('Mei');
  expect(new Set(found!.joined.map(({ id }) => id))).toEqual(new Set(many.map(idOf)));
  expect(await wallOf('Mei', { person: idOf('Amara') })).toEqual([found]);
  expect(world.teamsApp.posts).toMatchObject([{ shown: found }]);
});

test('joining twice is joining once, and leaving again undoes it', async () => {
  const { thing } = await give();

  await world.kudos.join(lukas, ref.teamId, thing.id, true);
  const twice = await world.kudos.join(lukas, ref.teamId, thing.id, true);
  await world.kudos.join(lukas, ref.teamId, thing.id, false);
  const out = await world.kudos.join(lukas, ref.teamId, thing.id, false);

  expect(twice.thing.joined).toEqual([aPerson('Lukas')]);
  expect(out.thing).toEqual(thing);
});

test('taken back while others join, it is gone for all of them, and so is its card', async () => {
  const { thing } = await give();
  await world.settled();

  const deeds = await Promise.allSettled([
    ...['Lukas', 'Priya', 'Jonas', 'Nadia'].map((name) => world.kudos.join(anActor(name), ref.teamId, thing.id, true)),
    world.kudos.takeBack(amara, ref.teamId, thing.id, null),
  ]);
  await world.settled();

  expect(deeds.at(-1)).toMatchObject({ status: 'fulfilled' });
  for (const deed of deeds) if (deed.status === 'rejected') expect(deed.reason).toBeInstanceOf(NotFound);
  expect(await wallOf('Lukas')).toEqual([]);
  expect(await wallOf('Lukas', { q: 'honest' })).toEqual([]);
  await expect(world.kudos.find(lukas, ref.teamId, thing.id)).rejects.toThrow(NotFound);
  expect(world.teamsApp.posts).toMatchObject([{ shown: 'withdrawn' }]);
});

test('who was thanked takes it off the wall; others cannot, and twice is once', async () => {
  const { thing } = await give();

  await expect(world.kudos.takeBack(lukas, ref.teamId, thing.id, null)).rejects.toThrow('kudos.notYours');
  await world.kudos.takeBack(mei, ref.teamId, thing.id, null);
  await world.kudos.takeBack(mei, ref.teamId, thing.id, null);

  await expect(world.kudos.takeBack(amara, ref.teamId, thing.id, null)).rejects.toThrow(NotFound);
  expect(await wallOf('Amara')).toEqual([]);
});

test('who takes back an older version than there is, is told', async () => {
  const { thing, version } = await give();
  await world.kudos.join(lukas, ref.teamId, thing.id, true);

  await expect(world.kudos.takeBack(amara, ref.teamId, thing.id, version)).rejects.toThrow(ChangedMeanwhile);
  expect(await wallOf('Amara')).toHaveLength(1);
});

test('a card that was taken back while it was on its way is withdrawn when it arrives', async () => {
  const { post } = world.teamsApp.messenger;
  const { thing } = await new Promise<{ thing: Kudos }>((resolve) => {
    world.teamsApp.messenger.post = async (...wanted) => {
      const given = await kudos;
      await world.kudos.takeBack(amara, ref.teamId, given.thing.id, null);
      return post(...wanted);
    };
    const kudos = give();
    void kudos.then(resolve);
  });
  await world.settled();

  expect(world.teamsApp.posts).toMatchObject([{ shown: 'withdrawn' }]);
  expect(await world.cards.find(ref, thing.id)).toEqual({ posts: [] });
});

test('storage that answered too late is asked again, and the card follows all the same', async () => {
  const storage = await freshStorage(azurite);
  const late = { takeBack: true, replace: true };
  const answersLate =
    <Call extends (...asked: never[]) => Promise<unknown>>(deed: keyof typeof late, call: Call) =>
    async (...asked: Parameters<Call>) => {
      const answer = await call(...asked);
      if (!late[deed]) return answer;
      late[deed] = false;
      throw new Away('Table Storage');
    };
  const { takeBack, replace } = storage.kudos;
  const kudos = {
    ...storage.kudos,
    takeBack: answersLate('takeBack', takeBack) as typeof takeBack,
    replace: answersLate('replace', replace) as typeof replace,
  };
  world = anAppWorld({ ...storage, kudos });
  ref = await world.aTeamOf(...names);
  const { thing } = await give();
  await world.settled();

  await expect(world.kudos.join(lukas, ref.teamId, thing.id, true)).rejects.toThrow(Away);
  await world.kudos.join(lukas, ref.teamId, thing.id, true);
  await world.settled();
  expect(world.teamsApp.posts).toMatchObject([{ shown: { joined: [aPerson('Lukas')] } }]);

  await expect(world.kudos.takeBack(amara, ref.teamId, thing.id, null)).rejects.toThrow(Away);
  await world.kudos.takeBack(amara, ref.teamId, thing.id, null);
  await world.settled();
  expect(world.teamsApp.posts).toMatchObject([{ shown: 'withdrawn' }]);
});

test('of twenty people with the same first name, the last is found as well as the first', async () => {
  ref = await world.aTeamOf('Amara', ...Array.from({ length: 20 }, (_, at) => `Anna ${String.fromCharCode(65 + at)}`));
  await give(aGift({ to: [idOf('Anna T')] }));

  expect(await wallOf('Amara', { q: 'anna' })).toHaveLength(1);
});

test('search takes names, values and words alike', async () => {
  const demo = (await give(aGift({ text: 'The demo was clear', to: [idOf('Mei')], value: 'Courage' }))).thing;
  world.clock.now = laterBy(1);
  const review = (await give(aGift({ text: 'The review was honest', to: [idOf('Lukas')] }))).thing;

  expect(await wallOf('Nadia', { q: 'demo' })).toEqual([demo]);
  expect(await wallOf('Nadia', { q: 'mei' })).toEqual([demo]);
  expect(await wallOf('Nadia', { q: 'LUK review' })).toEqual([review]);
  expect(await wallOf('Nadia', { q: 'amara' })).toEqual([review, demo]);
  expect(await wallOf('Nadia', { q: 'amara', person: idOf('Mei') })).toEqual([demo]);
  expect(await wallOf('Nadia', { q: 'coura' })).toEqual([demo]);
  expect(await wallOf('Nadia', { q: 'nobody' })).toEqual([]);
});

test('a preview says what would happen without saying whose wish it is', async () => {
  await wish('Mei', 'private');
  const preview = (...people: string[]) => world.kudos.preview(amara, ref.teamId, people.map(idOf));

  expect(await preview('Lukas')).toBe('channel');
  expect(await preview('Lukas', 'Mei')).toBe('private');
  await expect(preview('Stranger')).rejects.toThrow('kudos.notInTeam');
});

test('when Teams is away, nothing is given', async () => {
  world.teamsApp.isAway = true;

  await expect(give()).rejects.toThrow(Away);

  world.teamsApp.isAway = false;
  expect(await wallOf('Amara')).toEqual([]);
});

test('when the answer of storage is lost, the giver hears of success and the card is posted all the same', async () => {
  const proxy = await startStorageProxy(azurite);
  world = anAppWorld(await freshStorage(proxy));
  ref = await world.aTeamOf(...names);
  let isLeft = true;
  proxy.trouble = (request) => {
    if (!isLeft || !operationsOf(request).some(({ verb }) => verb === 'POST')) return null;
    isLeft = false;
    return { when: 'after', how: 'reset' };
  };

  const { thing, isNew } = await give();
  await world.settled();
  const wall = await wallOf('Nadia');
  await proxy.stop();

  expect(isLeft).toBe(false);
  expect(isNew).toBe(true);
  expect(wall).toEqual([thing]);
  expect(world.teamsApp.posts).toHaveLength(1);
});

test('who gives one kudos after the other fills the wall, and neither a channel nor somebody’s chat; others do not notice', async () => {
  for (let at = 0; at < 40; at++) await give();
  await give(aGift(), aKudosId(), byBot, anActor('Lukas'));
  await world.settled();
  const posts = world.teamsApp.posts.length;
  world.clock.now = laterBy(90);
  await give();
  await world.settled();

  expect(posts).toBe(30 + 1);
  expect(world.teamsApp.posts).toHaveLength(posts + 1);
  expect(await wallOf('Nadia')).toHaveLength(42);
});
