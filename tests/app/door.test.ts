import { Away, NotFound } from '../../bot/app/ports.ts';
import { tenantId } from '../../bot/domain/ids.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aMember, aRef, idOf, laterBy } from '../support/builders.ts';
import { anActor, anAppWorld, type AppWorld } from '../support/buildersOfWorlds.ts';

let azurite: Azurite;
let world: AppWorld;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());
beforeEach(async () => {
  world = anAppWorld(await freshStorage(azurite));
});
afterEach(() => world.settled());

const mei = anActor('Mei');
const elsewhere = tenantId('99999999-9999-4999-8999-999999999999');

test('who is on the roster comes in, and sees who else is there', async () => {
  const ref = await world.aTeamOf('Mei', 'Lukas');

  const visit = await world.door.enter(mei, ref.teamId);

  expect(visit.me).toEqual(aMember('Mei'));
  expect([...visit.roster.keys()]).toEqual([idOf('Lukas'), idOf('Mei')]);
  expect(visit.record.team.name).toBe('Studio');
});

test('a team that does not exist and one that I am not in look the same', async () => {
  const others = await world.aTeamOf('Lukas');
  const gone = await world.aTeamOf('Mei');
  await world.teams.uninstall(gone);
  const botless = await world.aTeamOf('Mei');
  world.teamsApp.removeBot(botless);
  const nowhere = aRef();

  for (const { teamId } of [others, gone, botless, nowhere]) {
    await expect(world.door.enter(mei, teamId)).rejects.toEqual(new NotFound());
  }
});

test('a token of another tenant leads to nothing here, not even under the same ids', async () => {
  const ref = await world.aTeamOf('Mei');

  await expect(world.door.enter(anActor('Mei', { tenantId: elsewhere }), ref.teamId)).rejects.toThrow(NotFound);
});

test('somebody from another tenant who is on the roster does not let in who has the same object id here', async () => {
  const ref = await world.aTeamOf('Lukas', aMember('Mei', { tenantId: elsewhere }));

  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
});

test('Teams is asked once in five minutes, and again after that', async () => {
  const ref = await world.aTeamOf('Mei');

  for (const seconds of [0, 3, 60, 200, 299]) {
    world.clock.now = laterBy(seconds);
    await world.door.enter(mei, ref.teamId);
  }
  const early = world.teamsApp.asked;
  world.clock.now = laterBy(301);
  await world.door.enter(mei, ref.teamId);

  expect(early).toBe(1);
  expect(world.teamsApp.asked).toBe(2);
});

test('a clock that was turned back makes nothing last longer', async () => {
  const ref = await world.aTeamOf('Mei');
  await world.door.enter(mei, ref.teamId);

  world.clock.now = laterBy(-3600);
  await world.door.enter(mei, ref.teamId);

  expect(world.teamsApp.asked).toBe(2);
});

test('who was removed without any event is out after five minutes', async () => {
  const ref = await world.aTeamOf('Mei', 'Lukas');
  await world.door.enter(mei, ref.teamId);
  world.teamsApp.leave(ref, 'Mei');

  world.clock.now = laterBy(301);

  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
});

test('who was removed is out at once here, and within seconds at every other instance', async () => {
  const ref = await world.aTeamOf('Mei', 'Lukas');
  const other = world.anotherDoor();
  await world.door.enter(mei, ref.teamId);
  await other.enter(mei, ref.teamId);

  world.teamsApp.leave(ref, 'Mei');
  await world.team.rosterChanged(ref, [], [idOf('Mei')]);

  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
  world.clock.now = laterBy(6);
  await expect(other.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
  expect(await world.people.teamsOf(ref.tenantId, idOf('Mei'))).toEqual([]);
});

test('who came in is in at once', async () => {
  const ref = await world.aTeamOf('Mei');
  await world.door.enter(mei, ref.teamId);

  world.teamsApp.set(ref, 'Mei', 'Nadia');
  await world.team.rosterChanged(ref, [idOf('Nadia')], []);

  await expect(world.door.enter(anActor('Nadia'), ref.teamId)).resolves.toMatchObject({ me: aMember('Nadia') });
  expect(await world.people.teamsOf(ref.tenantId, idOf('Nadia'))).toEqual([ref.teamId]);
});

test('when the app is taken out, nobody is let in any more', async () => {
  const ref = await world.aTeamOf('Mei');
  await world.door.enter(mei, ref.teamId);

  await world.team.uninstalled(ref);

  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
});

test('when Teams does not answer, nobody is believed', async () => {
  const ref = await world.aTeamOf('Mei');
  await world.door.enter(mei, ref.teamId);
  world.teamsApp.isAway = true;

  world.clock.now = laterBy(299);
  await world.door.enter(mei, ref.teamId);
  world.clock.now = laterBy(301);
  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(Away);

  world.teamsApp.isAway = false;
  await expect(world.door.enter(mei, ref.teamId)).resolves.toMatchObject({ me: aMember('Mei') });
});

test('ten who come at once make one question', async () => {
  const ref = await world.aTeamOf('Mei', 'Lukas');
  const stranger = anActor('Stranger');

  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => world.door.enter(index % 2 ? mei : stranger, ref.teamId)),
  );

  expect(world.teamsApp.asked).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: 10 }, (_, index) => (index % 2 ? 'fulfilled' : 'rejected')),
  );
});

test('an answer that was on its way when somebody left is not remembered', async () => {
  const ref = await world.aTeamOf('Mei', 'Lukas');
  let arrives = () => undefined as void;
  const isAsked = new Promise<void>((asked) => {
    world.teamsApp.beforeAnswer = () => {
      asked();
      return new Promise<void>((resolve) => (arrives = resolve));
    };
  });
  const slow = world.door.enter(mei, ref.teamId);
  await isAsked;

  world.teamsApp.beforeAnswer = async () => undefined;
  world.door.forget(ref);
  arrives();
  await slow;
  world.teamsApp.leave(ref, 'Mei');

  await expect(world.door.enter(mei, ref.teamId)).rejects.toThrow(NotFound);
});

test('two teams are asked apart, and the roster of one lets nobody into the other', async () => {
  const [one, other] = [await world.aTeamOf('Mei'), await world.aTeamOf('Lukas')];

  await world.door.enter(mei, one.teamId);
  await world.door.enter(anActor('Lukas'), other.teamId);

  await expect(world.door.enter(mei, other.teamId)).rejects.toThrow(NotFound);
  expect(world.teamsApp.asked).toBe(2);
});

test('who came in through the door finds the team in their list', async () => {
  const ref = await world.aTeamOf('Mei');

  await world.door.enter(mei, ref.teamId);
  await world.settled();

  expect(await world.people.teamsOf(ref.tenantId, idOf('Mei'))).toEqual([ref.teamId]);
});
