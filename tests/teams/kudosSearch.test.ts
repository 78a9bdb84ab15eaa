import { aProfile, idOf } from '../support/builders.ts';
import { type Answer, aTeamsMember, type Place } from '../support/teamsWorld.ts';
import { fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];

const previews = (answer: Answer): string[] =>
  answer.body.composeExtension.attachments.map(
    ({ preview }: { preview: { content: { text: string } } }) => preview.content.text,
  );

const keepQuiet = async (place: Place, name: string, thankMe: 'hour' | 'private') => {
  const { version } = await here.room.storage.profiles.find(place.ref(), idOf(name));
  await here.room.storage.profiles.save(place.ref(), idOf(name), aProfile({ thankMe }), version);
};

test('the newest come first, before anything is typed', async () => {
  const design = await here.room.have('Design', people);
  await here.room.thanks(design, 'Ana', ['Ben'], 'First thank you of all');
  await here.room.thanks(design, 'Cem', ['Ben', 'Ana'], 'Second thank you of all');
  expect(previews(await design.as('Dee').searches(null))).toEqual([
    'Second thank you of all',
    'First thank you of all',
  ]);
});

test('it finds by name, by value and by word, and inserts a card that never changes', async () => {
  const design = await here.room.have('Design', people);
  const { version } = await here.room.useCases.team.values(actor('Ana'), design.ref().teamId);
  await here.room.useCases.team.saveValues(actor('Ana'), design.ref().teamId, ['Courage'], version);
  const form = await design.as('Ana').opensForm();
  await design.as('Ana').sends(form, { to: [idOf('Ben')], text: 'For the calm handover', value: 'Courage' });
  await here.room.thanks(design, 'Cem', ['Dee'], 'For something quite different');

  for (const q of ['ben', 'BEN', 'courage', 'handover', 'ana handover'])
    expect([q, previews(await design.as('Dee').searches(q))]).toEqual([q, ['For the calm handover']]);
  expect(sentenceIn(await design.as('Dee').searches('nothing like that'))).toBe(
    'No kudos found. Try a name, a value or a word.',
  );

  const [found] = (await design.as('Dee').searches('handover')).body.composeExtension.attachments;
  expect(textsIn(found.content)).toEqual(['Ana thanks Ben', 'Courage', 'For the calm handover']);
  expect(found.content.actions.map(({ type }: { type: string }) => type)).toEqual(['Action.OpenUrl']);
  expect(found.preview.content.title).toBe('Ana thanks Ben');
});

test('a client that does not know the manifest, as the Playground, finds and gives just the same', async () => {
  const design = await here.room.have('Design', people);
  const value = { parameters: [{ value: 'handover' }], queryOptions: { skip: 0, count: 25 } };
  await here.room.thanks(design, 'Ana', ['Ben'], 'For the calm handover');
  expect(previews(await design.as('Dee').invoke('composeExtension/query', value))).toEqual(['For the calm handover']);
  const form = await design.as('Dee').opensForm({ commandId: undefined });
  expect((await design.as('Dee').opensForm({ commandId: 'somethingElse' })).status).toBe(400);
  expect(fieldsIn(form).to!.choices).toHaveLength(3);
});

test('it goes on where the list ends', async () => {
  const design = await here.room.have('Design', people);
  for (let count = 1; count <= 7; count++) await here.room.thanks(design, 'Ana', ['Ben'], `Thank you number ${count}`);
  const all: string[] = [];
  for (const skip of [0, 3, 6]) all.push(...previews(await design.as('Ana').searches(null, { skip, count: 3 })));
  expect(all).toEqual([7, 6, 5, 4, 3, 2, 1].map((count) => `Thank you number ${count}`));
  expect(previews(await design.as('Ana').searches(null, { skip: 9, count: 3 }))).toEqual([]);
});

test.each([{ skip: -1, count: -1 }, { skip: 1e9, count: 1e9 }, { skip: 'x', count: null }, null, 'x', []])(
  'whatever paging is asked for gets an answer: %j',
  async (queryOptions) => {
    const design = await here.room.have('Design', people);
    expect((await design.as('Ana').searches(null, queryOptions as object)).status).toBe(200);
  },
);

test('what only some may see is found by nobody, for everybody would read it', async () => {
  const design = await here.room.have('Design', people);
  await keepQuiet(design, 'Ben', 'private');
  await keepQuiet(design, 'Dee', 'hour');
  await here.room.thanks(design, 'Ana', ['Ben'], 'A quiet private thank you');
  await here.room.thanks(design, 'Ana', ['Dee'], 'A thank you for the hour');
  await here.room.thanks(design, 'Ana', ['Cem'], 'A thank you for everybody');
  for (const name of people)
    for (const q of [null, 'thank', 'Ana'])
      expect(previews(await design.as(name).searches(q))).toEqual(['A thank you for everybody']);
});

test('in one team nothing of another is found, not even one’s own', async () => {
  const design = await here.room.have('Design', people);
  const research = await here.room.have('Research', people);
  await here.room.thanks(research, 'Ana', ['Ben'], 'Thank you in Research');
  expect(sentenceIn(await design.as('Ana').searches(null))).toMatch(/^No kudos found\. Try/);
});

test('in a private channel only its own is found, and in the team nothing of the channel', async () => {
  const design = await here.room.have('Design', people);
  const hiring = here.room.teams.channelOf(design, 'Hiring', {
    channelType: 'private',
    members: [aTeamsMember('Ana'), aTeamsMember('Ben')],
  });
  await hiring.event({ type: 'conversationUpdate', membersAdded: [{ id: '28:22222222-2222-4222-8222-222222222222' }] });
  await here.room.thanks(design, 'Ana', ['Cem'], 'Thank you in the team');
  await here.room.thanks(hiring, 'Ana', ['Ben'], 'Thank you in the channel');
  expect(previews(await hiring.as('Ben').searches(null))).toEqual(['Thank you in the channel']);
  expect(previews(await design.as('Ben').searches(null))).toEqual(['Thank you in the team']);
});

test('outside a team only what I gave or received is found, with its team', async () => {
  const design = await here.room.have('Design', people);
  const research = await here.room.have('Research', people);
  await here.room.thanks(design, 'Ana', ['Ben'], 'Thank you one two');
  await here.room.thanks(research, 'Cem', ['Ana'], 'Thank you three four');
  await here.room.thanks(research, 'Cem', ['Dee'], 'Thank you of others');
  await here.room.settled();
  const chat = here.room.teams.chatOfTwo('Ana', 'Zoe');
  expect(previews(await chat.as('Ana').searches(null))).toEqual([
    'Research: Thank you three four',
    'Design: Thank you one two',
  ]);
  expect(previews(await chat.as('Ana').searches('three'))).toEqual(['Research: Thank you three four']);
  expect(sentenceIn(await chat.as('Ana').searches('others'))).toMatch(/^No kudos found\. Outside a team I look only/);
  expect(sentenceIn(await chat.as('Zoe').searches(null))).toMatch(/^No kudos found\. Outside a team/);
});

test('somebody who is not in the team of the conversation finds nothing of it', async () => {
  const design = await here.room.have('Design', people);
  await here.room.thanks(design, 'Ana', ['Ben'], 'Thank you in the team');
  expect(sentenceIn(await design.as('Zoe').searches(null))).toMatch(/^No kudos found\. Outside a team/);
});

test('it says so when what it needs is away', async () => {
  const design = await here.room.have('Design', people);
  await design.comes('Eve');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  expect(sentenceIn(await design.as('Ana').searches(null))).toMatch(/^I cannot reach what I need/);
});
