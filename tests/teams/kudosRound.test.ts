import { aKudosId, aMember, idOf } from '../support/builders.ts';
import { aTeamsMember } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, startTeamsRoom, type TeamsRoom, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];
const review = 'Thank you for the honest review';
test('a kudos goes its whole way: given, posted in the giver’s name, joined by others, taken back', async () => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();
  expect(Object.keys(fieldsIn(form))).toEqual(['to', 'text', 'effect']);
  expect(textsIn(cardIn(form)).at(-1)).toMatch(/^The 4 members of Design see this\./);

  const typed = { to: [idOf('Ben')], text: review, effect: 'I dared to ask' };
  expect(sentenceIn(await design.as('Ana').sends(form, typed))).toBe(
    'Ben will find it here, and on the wall of Design.',
  );
  await here.room.settled();
  const [post, ...others] = here.room.connector.posts;
  expect(others).toEqual([]);
  expect(post!.conversationId).toMatch(new RegExp(`^${design.id};messageid=`));
  expect(post!.activity!.channelData!.onBehalfOf).toEqual([
    { itemid: 0, mentionType: 'person', mri: aTeamsMember('Ana').id, displayName: 'Ana' },
  ]);
  expect(shown(post).msteams!.entities.map(({ mentioned }) => mentioned)).toEqual([{ id: idOf('Ben'), name: 'Ben' }]);
  expect(textsIn(shown(post))).toEqual(['Ana thanks Ben', review, 'What it changed', 'I dared to ask']);

  const pressed = await design.as('Cem').presses(button(post, 'Me too'));
  await here.room.settled();
  expect(textsIn(pressed.body.value)).toContain('Me too: Cem');
  expect(textsIn(shown(post))).toContain('Me too: Cem');
  expect(post!.activity!.channelData!.onBehalfOf![0]!.displayName).toBe('Ana');
  expect(shown(post).msteams!.entities).toHaveLength(1);

  const [kudos] = await here.room.wallOf(design, 'Ana');
  await here.room.useCases.kudos.takeBack(actor('Ana'), design.ref().teamId, kudos!.id, null);
  await here.room.settled();
  expect(textsIn(shown(post))).toEqual(['This thank-you is no longer here.']);
  expect(shown(post).actions).toBeUndefined();
  expect(await here.room.wallOf(design, 'Ana')).toEqual([]);
});

test('pressing me too twice is joining once, and those it is about are told kindly', async () => {
  const design = await here.room.have('Design', people);
  await here.room.thanks(design, 'Ana', ['Ben'], review);
  const me = button(here.room.connector.posts[0], 'Me too');

  await design.as('Cem').presses(me);
  const again = await design.as('Cem').presses(me);
  await here.room.settled();
  expect(textsIn(again.body.value)).toContain('Me too: Cem');
  // However often the card was brought up to date, there is one card, and one name on it.
  expect(here.room.connector.posts).toHaveLength(1);
  expect(textsIn(shown(here.room.connector.posts[0])).filter((text) => text.includes('Cem'))).toEqual(['Me too: Cem']);
  for (const person of ['Ana', 'Ben'])
    expect((await design.as(person).presses(me)).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'You are already part of this one.',
    });
});

test('many who join at the same moment are all named in the end', async () => {
  const names = ['Ana', 'Ben', ...Array.from({ length: 8 }, (_, index) => `Person${index}`)];
  const design = await here.room.have('Design', names);
  await here.room.thanks(design, 'Ana', ['Ben'], review);
  const me = button(here.room.connector.posts[0], 'Me too');

  const answers = await Promise.all(names.slice(2).map((name) => design.as(name).presses(me)));
  await here.room.settled();
  expect(answers.map(({ body }) => body.type)).toEqual(
    names.slice(2).map(() => 'application/vnd.microsoft.card.adaptive'),
  );
  expect((await here.room.wallOf(design, 'Ana'))[0]!.joined).toHaveLength(8);
  expect(textsIn(shown(here.room.connector.posts[0])).at(-1)).toMatch(/^Me too: (Person\d, ){6}and others$/);
});

test('the same form sent ten times at once is one kudos and one post', async () => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();
  const typed = { to: [idOf('Ben')], text: review };

  const answers = await Promise.all(Array.from({ length: 10 }, () => design.as('Ana').sends(form, typed)));
  await here.room.settled();
  expect(new Set(answers.map(sentenceIn))).toEqual(new Set(['Ben will find it here, and on the wall of Design.']));
  expect(await here.room.wallOf(design, 'Ana')).toHaveLength(1);
  expect(here.room.connector.posts).toHaveLength(1);
});

test('a form that was used cannot be used for other words', async () => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();
  await design.as('Ana').sends(form, { to: [idOf('Ben')], text: review });

  const answer = await design.as('Ana').sends(form, { to: [idOf('Cem')], text: 'Something else entirely here' });
  expect(textsIn(cardIn(answer))[0]).toBe('This form was already used for another thank-you. Open a new one.');
  await here.room.settled();
  expect(here.room.connector.posts).toHaveLength(1);
});

test('only those who are thanked are mentioned, and nobody whose name could be read as anything else', async () => {
  const names = ['<at>everyone</at>', '[Ben](http://x)', '- Ben', '**Ben**', 'Ben & Co', 'Cem'];
  const twins = names.map((name, index) => aTeamsMember(`Person ${index}`, { name }));
  const design = here.room.teams.channel('Design', ['Ana', 'Cem', 'Dee Dörte O’Neill-Xu (Guest)', ...twins]);
  await design.install('Ana');
  here.room.connector.forgetPosts();
  await here.room.thanks(
    design,
    'Ana',
    ['Dee Dörte O’Neill-Xu (Guest)'],
    '<at>Cem</at> and <at>everyone</at> thank you',
  );
  for (const index of [0, 1, 2, 3, 4]) await here.room.thanks(design, 'Ana', [`Person ${index}`], review);
  await here.room.thanks(design, 'Ana', ['Cem', 'Person 5'], review);
  const mentioned = here.room.connector.posts.map((post) => shown(post).msteams?.entities.map(({ text }) => text));
  expect(mentioned).toEqual([['<at>Dee Dörte O’Neill-Xu (Guest)</at>'], ...Array(6).fill(undefined)]);
  expect(textsIn(shown(here.room.connector.posts[1]))[0]).toBe('Ana thanks <at>everyone</at>');
});

test('a card is posted in the giver’s name also when nobody of them was seen before, and without it when Teams does not say', async () => {
  const design = await here.room.have('Design', people);
  const give = async (room: TeamsRoom, text: string) => {
    const gift = { to: [idOf('Ben')], text, effect: null, value: null, goalId: null, messageLink: null };
    const delivery = { by: 'bot', place: null } as const;
    await room.useCases.kudos.give(actor('Ana'), design.ref().teamId, aKudosId(), gift, delivery);
    await room.settled();
    return here.room.connector.posts.at(-1)!.activity!.channelData?.onBehalfOf?.[0]?.displayName;
  };
  // From the tab, on an instance that no activity has reached yet and whose roster comes from elsewhere.
  const rosters = { membersOf: async () => [aMember('Ana'), aMember('Ben')] };
  const another = async () => startTeamsRoom(here.room.storage, {}, () => rosters);
  const [one, two, three] = [await another(), await another(), await another()];
  expect(await give(one, 'Thank you once again')).toBe('Ana');
  here.room.connector.next({ path: /members\/3/ }, { status: 404 });
  expect(await give(two, 'Thank you twice again')).toBe('Ana');
  here.room.connector.next({ path: /members/ }, { status: 503 }, Infinity);
  expect(await give(three, 'Thank you thrice again')).toBeUndefined();
  await Promise.all([one, two, three].map((room) => room.stop()));
});
