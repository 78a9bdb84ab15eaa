import { aProfile, contoso, idOf } from '../support/builders.ts';
import { startFakeBotToken } from '../support/fakeBotToken.ts';
import { aTeamsMember, botId, createTeams, type Place } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, filled, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { button, shown, startTeamsRoom, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];
const review = 'Thank you for the honest review';
describe('a recipient’s wish', () => {
  const wishes = async (place: Place, name: string, thankMe: 'hour' | 'private' | 'no') => {
    const { version } = await here.room.storage.profiles.find(place.ref(), idOf(name));
    await here.room.storage.profiles.save(place.ref(), idOf(name), aProfile({ thankMe }), version);
  };

  test('to be thanked privately is a card one to one, and nothing in the conversation', async () => {
    const design = await here.room.have('Design', people);
    await wishes(design, 'Ben', 'private');

    const answer = await here.room.thanks(design, 'Ana', ['Ben', 'Cem'], review);
    expect(sentenceIn(answer)).toMatch(/^Only you and Ben and Cem see this\./);
    expect(here.room.connector.posts.map(({ conversationId }) => conversationId).sort()).toEqual(
      ['Ben', 'Cem'].map((name) => `a:chat-with-${aTeamsMember(name).id}`).sort(),
    );
    expect(textsIn(shown(here.room.connector.posts[0])).at(-1)).toBe('This is just between you.');
    expect(shown(here.room.connector.posts[0]).actions!.map(({ title }) => title)).toEqual(['See the wall']);
    expect(await here.room.wallOf(design, 'Dee')).toEqual([]);
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(1);
  });

  test('to be thanked privately is obeyed from a chat of two as well: nothing to insert, a card one to one', async () => {
    const design = await here.room.have('Design', people);
    await wishes(design, 'Ben', 'private');
    await here.room.settled();
    const answer = await here.room.thanks(here.room.teams.chatOfTwo('Ana', 'Cem'), 'Ana', ['Ben'], review);
    expect(sentenceIn(answer)).toMatch(/^Only you and Ben see this\./);
    const posts = here.room.connector.posts.map(({ conversationId }) => conversationId);
    expect(posts).toEqual([`a:chat-with-${aTeamsMember('Ben').id}`]);
  });

  test('a private card that cannot be delivered waits on the wall', async () => {
    const design = await here.room.have('Design', people);
    await wishes(design, 'Ben', 'private');
    here.room.connector.conversation(design.id).members = here.room.connector
      .conversation(design.id)
      .members.map((member) => ({ ...member, blocksBot: member.name === 'Ben' }));

    expect((await here.room.thanks(design, 'Ana', ['Ben'], review)).status).toBe(200);
    expect(here.room.connector.posts).toEqual([]);
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(1);
    expect(here.room.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('to wait for the hour is obeyed, and nothing is posted', async () => {
    const design = await here.room.have('Design', people);
    await wishes(design, 'Ben', 'hour');
    const answer = await here.room.thanks(design, 'Ana', ['Ben'], review);
    expect(sentenceIn(answer)).toBe('This waits for the next hour of Design. Until then only you see it.');
    expect(here.room.connector.posts).toEqual([]);
    expect(await here.room.wallOf(design, 'Ben')).toEqual([]);
  });

  test('rather not is said kindly in the form, and nothing is sent', async () => {
    const design = await here.room.have('Design', people);
    await wishes(design, 'Ben', 'no');
    const answer = await here.room.thanks(design, 'Ana', ['Ben', 'Cem'], review);
    expect(textsIn(cardIn(answer))[0]).toMatch(/^Somebody you chose would rather not get kudos here/);
    expect(here.room.connector.posts).toEqual([]);
    expect(await here.room.wallOf(design, 'Ana')).toEqual([]);
  });
});

describe('where it was opened', () => {
  test('in the replies below a post, the card is one more reply', async () => {
    const design = await here.room.have('Design', people);
    const ana = design.as('Ana', { thread: '1700000000000' });
    await ana.sends(await ana.opensForm(), { to: [idOf('Ben')], text: review });
    await here.room.settled();
    expect(here.room.connector.posts[0]!.conversationId).toBe(`${design.id};messageid=1700000000000`);
  });

  test('in another standard channel, the card stands there and the kudos is the team’s', async () => {
    const design = await here.room.have('Design', people);
    const crit = here.room.teams.channelOf(design, 'Crit');
    await here.room.thanks(crit, 'Ana', ['Ben'], review);
    expect(here.room.connector.posts[0]!.conversationId).toMatch(new RegExp(`^${crit.id};messageid=`));
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(1);
  });

  test('in a group chat that has the app, the chat is the team', async () => {
    const chat = here.room.teams.groupChat('Lunch', people);
    await chat.install('Ana');
    here.room.connector.forgetPosts();
    await here.room.thanks(chat, 'Ana', ['Ben'], review);
    expect(here.room.connector.posts[0]!.conversationId).toBe(chat.id);
    expect(await here.room.wallOf(chat, 'Ben')).toHaveLength(1);
  });

  test('in a private channel that has the app, nobody outside it is offered or sees anything', async () => {
    const design = await here.room.have('Design', people);
    const hiring = here.room.teams.channelOf(design, 'Hiring', {
      channelType: 'private',
      members: [aTeamsMember('Ana'), aTeamsMember('Ben')],
    });
    await hiring.event({
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:22222222-2222-4222-8222-222222222222' }],
    });
    here.room.connector.forgetPosts();

    const form = await hiring.as('Ana').opensForm();
    expect(fieldsIn(form).to!.choices!.map(({ title }) => title)).toEqual(['Ben']);
    await here.room.thanks(hiring, 'Ana', ['Ben'], review);
    expect(await here.room.wallOf(hiring, 'Ben')).toHaveLength(1);
    expect(await here.room.wallOf(design, 'Ben')).toEqual([]);
    await expect(here.room.wallOf(hiring, 'Cem')).rejects.toThrow('');
  });

  test('in a chat of two it asks which of my teams, and hands over a card that never changes', async () => {
    await here.room.have('Design', people);
    const research = await here.room.have('Research', people);
    await here.room.settled();
    const chat = here.room.teams.chatOfTwo('Ana', 'Ben');

    const which = await chat.as('Ana').opensForm();
    expect(fieldsIn(which).team!.choices!.map(({ title }) => title)).toEqual(['Design', 'Research']);
    const form = await chat.as('Ana').sends(which, { team: research.id });
    const answer = await chat.as('Ana').sends(form, { to: [idOf('Ben')], text: review });
    await here.room.settled();

    const [attachment] = answer.body.composeExtension.attachments;
    expect(textsIn(attachment.content)).toEqual(['Ana thanks Ben', review]);
    expect(attachment.content.actions.map((action: { type: string }) => action.type)).toEqual(['Action.OpenUrl']);
    expect(here.room.connector.posts).toEqual([]);
    expect(await here.room.wallOf(research, 'Ben')).toHaveLength(1);
  });

  test('with one team there is nothing to ask', async () => {
    await here.room.have('Design', people);
    await here.room.settled();
    const form = await here.room.teams.chatOfTwo('Ana', 'Ben').as('Ana').opensForm();
    expect(textsIn(cardIn(form)).at(-1)).toMatch(/of Design see this/);
  });

  test('without a team it says what to do', async () => {
    const answer = await here.room.teams.chatOfTwo('Ana', 'Ben').as('Ana').opensForm();
    expect(sentenceIn(answer)).toMatch(/^Kudos belong to a team, and I do not know you in one yet\. Add People Hour/);
  });

  test('from the command box there is nothing to put a card into, so the bot posts it where the team talks', async () => {
    const design = await here.room.have('Design', people);
    await here.room.settled();
    const ana = design.as('Ana');
    const form = await ana.opensForm({ commandContext: 'commandBox' });
    const answer = await ana.sends(form, { to: [idOf('Ben')], text: review }, { commandContext: 'commandBox' });
    await here.room.settled();
    expect(sentenceIn(answer)).toBe('Your thank-you is on the wall of Design, and I post it in its conversation.');
    expect(here.room.connector.posts[0]!.conversationId).toMatch(new RegExp(`^${design.id};`));
  });
});

describe('thank for this', () => {
  const link = 'https://teams.microsoft.com/l/message/19:x@thread.tacv2/1700000000000';

  test('the author of the message is chosen already, and the link to it is kept', async () => {
    const design = await here.room.have('Design', people);
    const form = await design.as('Ana').opensFormOn({ id: idOf('Cem'), displayName: 'Cem' }, link);
    expect(fieldsIn(form).to!.value).toBe(idOf('Cem'));

    await design.as('Ana').sends(form, { text: review }, { commandContext: 'message' });
    await here.room.settled();
    expect((await here.room.wallOf(design, 'Cem'))[0]!.messageLink).toBe(link);
    expect(button(here.room.connector.posts[0], 'See the message').url).toBe(link);
  });

  test('an author who is not in the team is not chosen, and the form says so', async () => {
    const design = await here.room.have('Design', people);
    const form = await design.as('Ana').opensFormOn({ id: idOf('Zoe'), displayName: 'Zoe' }, link);
    expect(fieldsIn(form).to!.value).toBe('');
    expect(textsIn(cardIn(form))[0]).toBe('Zoe is not in Design and cannot be thanked here.');
  });

  test('one’s own message chooses nobody, and a link that is not Teams’ own stays out', async () => {
    const design = await here.room.have('Design', people);
    const form = await design
      .as('Ana')
      .opensFormOn({ id: idOf('Ana'), displayName: 'Ana' }, 'https://evil.test/l/message/');
    expect(fieldsIn(form).to!.value).toBe('');
    expect(filled(form, {})).toMatchObject({ link: null });
    await design
      .as('Ana')
      .sendsData({ ...filled(form, { to: [idOf('Ben')], text: review }), link: 'https://evil.test/' });
    await here.room.settled();
    expect((await here.room.wallOf(design, 'Ben'))[0]!.messageLink).toBeNull();
  });
});

test('deployed, the dialog simply closes when the card is there for all to see', async () => {
  const tokens = await startFakeBotToken(botId);
  const { room } = here;
  const bot = { id: botId, tenantId: contoso, type: 'SingleTenant', password: 'secret' };
  const deployed = await startTeamsRoom(room.storage, {
    bot,
    openIdMetadataUrl: tokens.metadataUrl,
    serviceHosts: [room.connector.host],
    token: async () => 'the-bot-itself',
  });
  const teams = createTeams(room.connector, async (body) =>
    deployed.receive({ authorization: await tokens.authorization(room.connector.serviceUrl), body }),
  );
  const design = teams.channel('Design', people);
  await design.install('Ana');
  const form = await design.as('Ana').opensForm();
  expect(await design.as('Ana').sends(form, { to: [idOf('Ben')], text: review })).toEqual({ status: 200 });
  await deployed.settled();
  expect(textsIn(shown(room.connector.posts.at(-1)))).toEqual(['Ana thanks Ben', review]);
  await deployed.stop();
  await tokens.stop();
});
