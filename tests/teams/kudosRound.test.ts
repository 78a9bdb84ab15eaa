import { idOf } from '../support/builders.ts';
import { aTeamsMember } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];
const review = 'Thank you for the honest review';
test('a kudos goes its whole way: given, posted in the giver’s name, joined by others, taken back', async () => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();
  expect(Object.keys(fieldsIn(form))).toEqual(['to', 'text', 'effect']);
  expect(textsIn(cardIn(form)).at(-1)).toMatch(/^The 4 members of Design see this\./);

  expect(await design.as('Ana').sends(form, { to: [idOf('Ben')], text: review, effect: 'I dared to ask' })).toEqual({
    status: 200,
    body: {},
  });
  await here.room.settled();
  const [post, ...others] = here.room.connector.posts;
  expect(others).toEqual([]);
  expect(post!.conversationId).toMatch(new RegExp(`^${design.id};messageid=`));
  expect(post!.activity!.channelData!.onBehalfOf).toEqual([
    { itemid: 0, mentionType: 'person', mri: aTeamsMember('Ana').id, displayName: 'Ana' },
  ]);
  expect(post!.activity!.entities!.map(({ mentioned }) => mentioned)).toEqual([
    { id: aTeamsMember('Ben').id, name: 'Ben' },
  ]);
  expect(textsIn(shown(post))).toEqual(['Ana thanks Ben', review, 'What it changed', 'I dared to ask']);

  const pressed = await design.as('Cem').presses(button(post, 'Me too'));
  await here.room.settled();
  expect(textsIn(pressed.body.value)).toContain('Me too: Cem');
  expect(textsIn(shown(post))).toContain('Me too: Cem');
  expect(post!.activity!.channelData!.onBehalfOf![0]!.displayName).toBe('Ana');
  expect(post!.activity!.entities).toHaveLength(1);

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
  expect(here.room.connector.posts[0]!.versions).toHaveLength(2);
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
  expect(answers).toEqual(Array.from({ length: 10 }, () => ({ status: 200, body: {} })));
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

test('only those who are thanked are mentioned, however anybody is called', async () => {
  const name = '<at>everyone</at> & "Ben"';
  const design = here.room.teams.channel('Design', ['Ana', aTeamsMember('Ben', { name }), 'Cem']);
  await design.install('Ana');
  await here.room.thanks(design, 'Ana', ['Ben'], '<at>Cem</at> and <at>everyone</at> say thank you');
  const { text, entities } = here.room.connector.posts.at(-1)!.activity!;
  expect(text).toBe('<at>&#60;at&#62;everyone&#60;/at&#62; &#38; &#34;Ben&#34;</at>');
  expect(entities).toEqual([{ type: 'mention', text, mentioned: { id: aTeamsMember('Ben').id, name } }]);
});
