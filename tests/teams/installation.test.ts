import { NotFound } from '../../bot/app/ports.ts';
import { addressOf } from '../../bot/teams/address.ts';
import { idOf } from '../support/builders.ts';
import { startFakeConnector } from '../support/fakeConnector.ts';
import { aTeamsMember, botAccount, type Place } from '../support/teamsWorld.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const bot = [{ id: botAccount }];

const recordOf = async (place: Place) => (await here.room.storage.teams.find(place.ref()))?.thing ?? null;
const isIn = async (place: Place, name: string) => {
  try {
    await here.room.useCases.door.enter(actor(name), place.ref().teamId);
    return true;
  } catch (trouble) {
    if (trouble instanceof NotFound) return false;
    throw trouble;
  }
};
const posts = () => here.room.connector.posts;

describe('arriving', () => {
  test('in a team it says once who added it, and everybody is in', async () => {
    const design = here.room.teams.channel('Design', ['Ana', 'Ben']);
    await design.install('Ana');
    await design.event({
      type: 'conversationUpdate',
      membersAdded: bot,
      channelData: { eventType: 'teamMemberAdded' },
    });
    await here.room.settled();
    expect(posts()).toHaveLength(1);
    expect(posts()[0]!.conversationId).toMatch(new RegExp(`^${design.id};messageid=`));
    expect(textsIn(shown(posts()[0]))).toContain('Ana added me to Design.');
    expect(shown(posts()[0]).actions!.map(({ title }) => title)).toEqual([
      'Set up the hour',
      'Give kudos',
      'See the wall',
    ]);
    expect(await recordOf(design)).toMatchObject({ team: { kind: 'team', name: 'Design' } });
    expect([await isIn(design, 'Ben'), await isIn(design, 'Zoe')]).toEqual([true, false]);
    expect(await here.room.useCases.team.mine(actor('Ben'))).toHaveLength(1);
  });

  test('it greets without a name when Teams does not tell whose it was', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    await design.install();
    expect(textsIn(shown(posts()[0]))).toContain('I was added to Design.');
  });

  test('the same installation told again, or an upgrade, is not greeted again', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    await Promise.all([design.install('Ana'), design.install('Ana')]);
    await design.install('Ana');
    await design.install('Ana', 'add-upgrade');
    await here.room.teams.channelOf(design, 'Crit').install('Ana');
    expect(posts()).toHaveLength(1);
  });

  test('the channel that was chosen then is where the bot talks', async () => {
    const design = here.room.teams.channel('Design', ['Ana', 'Ben']);
    const crit = here.room.teams.channelOf(design, 'Crit');
    await crit.install('Ana');
    expect(posts()[0]!.conversationId).toMatch(new RegExp(`^${crit.id};`));
    expect(await isIn(design, 'Ben')).toBe(true);
  });

  test('a team that was known before Teams ever told of it is greeted when the app is added', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    await here.room.storage.teams.install(design.ref(), { kind: 'team', name: 'Design', address: '' });
    await design.event({ type: 'conversationUpdate', membersAdded: bot });
    expect(posts()).toEqual([]);
    await design.install('Ana');
    expect(posts()).toHaveLength(1);
    expect(await isIn(design, 'Ana')).toBe(true);
  });

  test('a team that has no address yet is reached as soon as somebody speaks in it', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    await here.room.storage.teams.install(design.ref(), { kind: 'team', name: 'Design', address: '' });
    await design.as('Ana').opensForm();
    expect(addressOf((await recordOf(design))!)).toMatchObject({ conversationId: design.id, postIn: design.id });
    expect(await isIn(design, 'Ana')).toBe(true);
  });

  test('in a group chat it is the chat’s, called by its name or by who is in it', async () => {
    const named = here.room.teams.groupChat('Lunch', ['Ana', 'Ben']);
    const nameless = here.room.teams.groupChat(undefined, ['Ana', 'Ben', 'Cem', 'Dee', 'Eve']);
    await named.install('Ana');
    await nameless.install('Ana');
    expect((await recordOf(named))!.team).toMatchObject({ kind: 'groupChat', name: 'Lunch' });
    expect((await recordOf(nameless))!.team.name).toBe('Ana, Ben, Cem, and others');
    expect(posts().map(({ conversationId }) => conversationId)).toEqual([named.id, nameless.id]);
  });

  test('in a private or shared channel it is the channel’s own, for who is in it', async () => {
    const design = await here.room.have('Design', ['Ana', 'Ben', 'Cem']);
    const hiring = here.room.teams.channelOf(design, 'Hiring', {
      channelType: 'private',
      members: [aTeamsMember('Ana'), aTeamsMember('Ben')],
    });
    await hiring.event({ type: 'conversationUpdate', membersAdded: bot });
    expect((await recordOf(hiring))!.team).toMatchObject({ kind: 'channel', name: 'Hiring' });
    expect([await isIn(hiring, 'Ben'), await isIn(hiring, 'Cem'), await isIn(design, 'Cem')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('one to one it greets once, and is nobody’s team', async () => {
    const chat = here.room.teams.chatWithBot('Ana');
    await chat.install('Ana');
    await chat.install('Ana');
    expect(posts()).toHaveLength(1);
    expect(textsIn(shown(posts()[0]))[0]).toBe('People Hour is here');
    expect(await here.room.useCases.team.mine(actor('Ana'))).toEqual([]);
  });

  test('a greeting that cannot be said does not keep the app from being there', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    here.room.connector.next({ method: 'POST' }, { status: 502 });
    expect(await design.install('Ana')).toEqual({ status: 200 });
    expect(await isIn(design, 'Ana')).toBe(true);
  });
});

describe('leaving', () => {
  test('once the app is removed nobody is let in, and adding it again greets again', async () => {
    const design = await here.room.have('Design', ['Ana', 'Ben']);
    await design.uninstall();
    expect(await isIn(design, 'Ana')).toBe(false);
    await design.install('Ana');
    expect(await isIn(design, 'Ana')).toBe(true);
    expect(posts()).toHaveLength(1);
  });

  test.each(['teamDeleted', 'teamHardDeleted'])('%s ends it for everybody', async (eventType) => {
    const design = await here.room.have('Design', ['Ana']);
    await design.event({ type: 'conversationUpdate', channelData: { eventType } });
    expect(await isIn(design, 'Ana')).toBe(false);
    await design.event({ type: 'conversationUpdate', channelData: { eventType: 'teamRestored' } });
    expect(await isIn(design, 'Ana')).toBe(true);
  });

  test('a private channel that is deleted, or shuts the bot out, takes only itself away', async () => {
    const design = await here.room.have('Design', ['Ana']);
    const make = async (name: string) => {
      const channel = here.room.teams.channelOf(design, name, { channelType: 'private' });
      await channel.event({ type: 'conversationUpdate', membersAdded: bot });
      return channel;
    };
    const [one, other] = [await make('One'), await make('Other')];
    await one.event({ type: 'conversationUpdate', channelData: { eventType: 'channelDeleted' } });
    await other.event({ type: 'conversationUpdate', membersRemoved: bot });
    expect([await isIn(one, 'Ana'), await isIn(other, 'Ana'), await isIn(design, 'Ana')]).toEqual([false, false, true]);
  });
});

describe('people', () => {
  test('who leaves is out at once, who comes is in at once and finds the team', async () => {
    const design = await here.room.have('Design', ['Ana', 'Ben']);
    expect(await isIn(design, 'Ben')).toBe(true);
    await design.leaves('Ben');
    await design.comes('Cem');
    expect([await isIn(design, 'Ben'), await isIn(design, 'Cem')]).toEqual([false, true]);
    expect(await here.room.useCases.team.mine(actor('Cem'))).toHaveLength(1);
    expect(await here.room.useCases.team.mine(actor('Ben'))).toEqual([]);
  });

  test('who is known by their account alone is found by it', async () => {
    const design = await here.room.have('Design', ['Ana', 'Ben']);
    await isIn(design, 'Ben');
    await design.event({ type: 'conversationUpdate', membersRemoved: [{ id: aTeamsMember('Ben').id }] });
    const people = await here.room.storage.people.teamsOf(design.ref().tenantId, idOf('Ben'));
    expect(people).toEqual([]);
  });

  test('a channel that is shared with others, or no longer, is looked at again at once', async () => {
    const design = await here.room.have('Design', ['Ana']);
    const shared = here.room.teams.channelOf(design, 'Shared', {
      channelType: 'shared',
      members: [aTeamsMember('Ana')],
    });
    await shared.event({ type: 'conversationUpdate', membersAdded: bot });
    expect(await isIn(shared, 'Ben')).toBe(false);
    here.room.connector.conversation(shared.id).members = [aTeamsMember('Ana'), aTeamsMember('Ben')];
    await shared.event({ type: 'conversationUpdate', channelData: { eventType: 'channelShared' } });
    expect(await isIn(shared, 'Ben')).toBe(true);
    here.room.connector.conversation(shared.id).members = [aTeamsMember('Ana')];
    await shared.event({ type: 'conversationUpdate', channelData: { eventType: 'channelUnshared' } });
    expect(await isIn(shared, 'Ben')).toBe(false);
  });

  test('events of teams that do not have the app change nothing', async () => {
    const design = here.room.teams.channel('Design', ['Ana']);
    await design.comes('Cem');
    await design.leaves('Ana');
    expect(await recordOf(design)).toBeNull();
    expect(await here.room.storage.people.teamsOf(design.ref().tenantId, idOf('Cem'))).toEqual([]);
  });
});

test('a renamed team, and a renamed private channel, carry their new names', async () => {
  const design = await here.room.have('Design', ['Ana']);
  const hiring = here.room.teams.channelOf(design, 'Hiring', { channelType: 'private' });
  await hiring.event({ type: 'conversationUpdate', membersAdded: bot });
  const team = { team: { id: design.id, name: 'Brand' } };
  await design.event({ type: 'conversationUpdate', channelData: { eventType: 'teamRenamed', ...team } });
  const channel = { channel: { id: hiring.id, name: 'People', type: 'private' } };
  await hiring.event({ type: 'conversationUpdate', channelData: { eventType: 'channelRenamed', ...channel } });
  expect([(await recordOf(design))!.team.name, (await recordOf(hiring))!.team.name]).toEqual(['Brand', 'People']);
});

test('an address that changed is taken over with the next activity, and otherwise nothing is written', async () => {
  const design = await here.room.have('Design', ['Ana', 'Ben']);
  const before = await recordOf(design);
  await design.as('Ana').opensForm();
  await design.as('Ben').opensForm();
  expect(await recordOf(design)).toEqual(before);

  const moved = await startFakeConnector();
  moved.addConversation(here.room.connector.conversation(design.id));
  const serviceUrl = moved.serviceUrl;
  const from = { id: aTeamsMember('Ana').id, name: 'Ana', aadObjectId: idOf('Ana') };
  await design.event({ type: 'message', text: 'help', serviceUrl, from });
  expect(addressOf((await recordOf(design))!)).toEqual({ ...addressOf(before!), serviceUrl });
  expect(moved.posts).toHaveLength(1);
  await moved.stop();
});
