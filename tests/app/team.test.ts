import { Away, ChangedMeanwhile, NotFound } from '../../bot/app/ports.ts';
import { personId } from '../../bot/domain/ids.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aGift, aKudosId, aMember, aProfile, aRef, idOf } from '../support/builders.ts';
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

const [amara, mei] = [anActor('Amara'), anActor('Mei')];
const owner = aMember('Amara', { owner: true });
const facts = { kind: 'team', name: 'Studio', address: '{}' } as const;

async function anInstalledTeam(name: string, ...members: string[]) {
  const ref = aRef();
  world.teamsApp.set(ref, ...members);
  await world.team.installed(ref, { ...facts, name });
  await world.settled();
  return ref;
}

test('as soon as the app is in a team, everybody of it finds it in their list, by name', async () => {
  await anInstalledTeam('Workshop', 'Amara', 'Mei');
  await anInstalledTeam('Atelier', 'Mei');

  const names = async (actor: typeof mei) => (await world.team.mine(actor)).map(({ name }) => name);

  expect(await names(mei)).toEqual(['Atelier', 'Workshop']);
  expect(await names(amara)).toEqual(['Workshop']);
  expect(await names(anActor('Nadia'))).toEqual([]);
});

test('a large team is in everybody’s list', async () => {
  const people = Array.from({ length: 120 }, (_, index) => `Person ${index}`);
  await anInstalledTeam('Factory', ...people);

  for (const name of [people[0]!, people[60]!, people.at(-1)!])
    expect(await world.team.mine(anActor(name))).toHaveLength(1);
});

test('a list that is behind shows nothing that I may not see', async () => {
  const [stale, gone] = [await anInstalledTeam('Stale', 'Mei', 'Amara'), await anInstalledTeam('Gone', 'Mei')];
  await anInstalledTeam('Mine', 'Mei');
  world.teamsApp.leave(stale, 'Mei');
  world.door.forget(stale);
  await world.team.uninstalled(gone);

  expect((await world.team.mine(mei)).map(({ name }) => name)).toEqual(['Mine']);
});

test('one team that cannot be reached does not hide the others, but none at all is no empty list', async () => {
  const [one, other] = [await anInstalledTeam('One', 'Mei'), await anInstalledTeam('Other', 'Mei')];
  await world.team.mine(mei);
  world.teamsApp.isAway = true;

  world.door.forget(other);
  expect((await world.team.mine(mei)).map(({ name }) => name)).toEqual(['One']);
  world.door.forget(one);
  await expect(world.team.mine(mei)).rejects.toThrow(Away);
});

test('the app may come to a team while Teams does not tell who is in it', async () => {
  world.teamsApp.isAway = true;
  const ref = await anInstalledTeam('Studio', 'Mei');
  world.teamsApp.isAway = false;

  await world.door.enter(mei, ref.teamId);
  await world.settled();

  expect(await world.team.mine(mei)).toHaveLength(1);
});

test('the first screen is my team, my profile and what is new', async () => {
  const ref = await world.aTeamOf(owner, 'Mei');
  const version = await world.profiles.save(ref, idOf('Mei'), aProfile({ about: 'Tea' }), 'none');
  const { thing } = await world.kudos.give(amara, ref.teamId, aKudosId(), aGift(), { by: 'giver', place: null });

  const { visit, profile, slice } = await world.team.firstScreen(mei, ref.teamId, 5);

  expect([...visit.roster.values()]).toEqual([owner, aMember('Mei')]);
  expect(profile).toEqual({ thing: aProfile({ about: 'Tea' }), version });
  expect(slice).toMatchObject({ items: [{ thing }], next: null });
  await expect(world.team.firstScreen(anActor('Nadia'), ref.teamId, 5)).rejects.toThrow(NotFound);
});

test('an owner chooses the values, and the next kudos may carry one at once', async () => {
  const ref = await world.aTeamOf(owner, 'Mei');
  const { version } = await world.team.values(amara, ref.teamId);

  const saved = await world.team.saveValues(amara, ref.teamId, ['Care'], version);
  const { thing } = await world.kudos.give(mei, ref.teamId, aKudosId(), aGift({ to: [idOf('Amara')], value: 'care' }), {
    by: 'giver',
    place: null,
  });

  expect(await world.team.values(mei, ref.teamId)).toEqual(saved);
  expect(thing.value).toBe('Care');
});

test('members do not choose values, and an owner with an old list is told', async () => {
  const ref = await world.aTeamOf(owner, 'Mei');
  const { version } = await world.team.values(mei, ref.teamId);

  await expect(world.team.saveValues(mei, ref.teamId, ['Care'], version)).rejects.toThrow('values.ownersOnly');
  await world.team.saveValues(amara, ref.teamId, ['Care'], version);
  await expect(world.team.saveValues(amara, ref.teamId, ['Speed'], version)).rejects.toThrow(ChangedMeanwhile);
  await expect(world.team.saveValues(anActor('Nadia'), ref.teamId, [], version)).rejects.toThrow(NotFound);

  expect((await world.team.values(mei, ref.teamId)).values).toEqual(['Care']);
});

test('the people of a team are listed by name, page by page, each with what they told', async () => {
  const ref = await world.aTeamOf('Mei', 'Amara', 'Lukas', 'Priya', 'Jonas');
  await world.profiles.save(ref, idOf('Lukas'), aProfile({ about: 'Bikes' }), 'none');

  const first = await world.profile.people(mei, ref.teamId, null, 3);
  const second = await world.profile.people(mei, ref.teamId, first.next, 3);

  const shown = [...first.items, ...second.items].map(({ member, profile }) => [member.name, profile.about]);
  expect(shown).toEqual([
    ['Amara', ''],
    ['Jonas', ''],
    ['Lukas', 'Bikes'],
    ['Mei', ''],
    ['Priya', ''],
  ]);
  expect(second.next).toBeNull();
});

test('a profile is read by the team and written by oneself', async () => {
  const ref = await world.aTeamOf('Mei', 'Amara');
  const { version } = await world.profile.find(mei, ref.teamId, 'me');

  await world.profile.save(mei, ref.teamId, aProfile({ about: 'Tea' }), version);
  await expect(world.profile.save(mei, ref.teamId, aProfile({ about: 'Late' }), version)).rejects.toThrow(
    ChangedMeanwhile,
  );

  const read = await world.profile.find(amara, ref.teamId, idOf('Mei'));
  expect(read).toMatchObject({ isMine: false, member: aMember('Mei'), profile: { about: 'Tea' } });
  expect(await world.profile.find(mei, ref.teamId, idOf('Mei'))).toMatchObject({ isMine: true });
});

test('a wish that is not named stays as it is', async () => {
  const ref = await world.aTeamOf('Mei');
  const { version } = await world.profile.save(mei, ref.teamId, aProfile({ thankMe: 'private' }), 'none');

  const { thankMe: _, ...rest } = aProfile({ about: 'Tea' });
  await world.profile.save(mei, ref.teamId, rest, version);

  const { profile } = await world.profile.find(mei, ref.teamId, 'me');
  expect(profile).toEqual(aProfile({ about: 'Tea', thankMe: 'private' }));
});

test('of somebody who is not in the team there is no profile, even when they once told something', async () => {
  const ref = await world.aTeamOf('Mei', 'Amara');
  await world.profile.save(mei, ref.teamId, aProfile({ about: 'Tea' }), 'none');
  world.teamsApp.leave(ref, 'Mei');
  await world.team.rosterChanged(ref, [], [idOf('Mei')]);

  await expect(world.profile.find(amara, ref.teamId, idOf('Mei'))).rejects.toEqual(new NotFound());
  await expect(world.profile.find(amara, ref.teamId, personId('nobody'))).rejects.toEqual(new NotFound());
});
