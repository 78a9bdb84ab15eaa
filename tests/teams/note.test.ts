import { randomUUID } from 'node:crypto';
import type { GoalId } from '../../bot/domain/ids.ts';
import type { Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { cardIn, fieldsIn, filled, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const link = 'https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1700000000000';
const kept = 'Kept with your goal. Only you see it.';

const notesOf = async (place: Place, owner: string, id: GoalId) =>
  (await here.room.useCases.support.notes(actor(owner), place.ref().teamId, id, null, 100)).items;

test('a message is kept with a goal of mine, with its link, once, however often the form is sent', async () => {
  const design = await here.room.have('Design', people);
  const id = await here.room.goalOf(design, 'Ana', { title: 'Lead a review', audience: 'team' });
  const ana = design.as('Ana');

  const form = await ana.opensNoteOn('<p>Start with the <b>number</b>,<br>then the story</p>', link);
  expect(form.body.task.value.title).toBe('Note for my goal');
  expect(fieldsIn(form)).toMatchObject({ text: { value: 'Start with the number,\nthen the story' } });
  expect(fieldsIn(form).goal!.choices!.map(({ title }) => title)).toEqual(['Lead a review']);
  expect(textsIn(cardIn(form))).toEqual(['The link to the message is kept with it.', 'Only you see this.']);

  const answers = await Promise.all([1, 2, 3].map(() => ana.sends(form, { text: 'Start with the number' })));
  answers.push(await ana.sendsDialog(form, { text: 'Start with the number' }));
  expect(answers.map(sentenceIn)).toEqual([kept, kept, kept, kept]);
  expect(await notesOf(design, 'Ana', id)).toMatchObject([{ text: 'Start with the number', messageLink: link }]);
  expect(here.room.connector.posts).toEqual([]);
});

test('of several goals one is chosen, and nothing is kept before', async () => {
  const design = await here.room.have('Design', people);
  const [one, other] = [
    await here.room.goalOf(design, 'Ana', { title: 'Lead a review' }),
    await here.room.goalOf(design, 'Ana', { title: 'Lead a review' }),
  ];
  const ana = design.as('Ana');
  const form = await ana.opensNoteOn('Words');
  const { choices, value } = fieldsIn(form).goal!;
  expect([choices!.map(({ title }) => title), value]).toEqual([['Lead a review', 'Lead a review (2)'], '']);

  const again = await ana.sends(form, { text: 'My own words' });
  expect(textsIn(cardIn(again))[0]).toBe('Choose a goal.');
  expect(fieldsIn(again).text!.value).toBe('My own words');
  const chosen = choices!.find((choice) => choice.value.startsWith(one))!;
  expect(sentenceIn(await ana.sends(again, { goal: chosen.value }))).toBe(kept);
  expect(await notesOf(design, 'Ana', one)).toHaveLength(1);
  expect(await notesOf(design, 'Ana', other)).toEqual([]);
});

test('outside of my teams, and where I have no goal, the goals of all my teams are offered', async () => {
  const [design, research] = [await here.room.have('Design', people), await here.room.have('Research', people)];
  const id = await here.room.goalOf(design, 'Ana', { title: 'Lead a review' });
  await here.room.goalOf(research, 'Ana', { title: 'Ask first' });
  await here.room.goalOf(design, 'Ben', { title: 'Of Ben', audience: 'team' });
  const chat = here.room.teams.chatOfTwo('Ana', 'Zoe').as('Ana');

  const form = await chat.opensNoteOn('Words', link);
  const { choices } = fieldsIn(form).goal!;
  expect(choices!.map(({ title }) => title)).toEqual(['Design: Lead a review', 'Research: Ask first']);
  expect(sentenceIn(await chat.sends(form, { goal: choices![0]!.value }))).toBe(kept);
  expect(await notesOf(design, 'Ana', id)).toHaveLength(1);

  const elsewhere = await here.room.have('Elsewhere', ['Ana']);
  expect(fieldsIn(await elsewhere.as('Ana').opensNoteOn('Words')).goal!.choices).toHaveLength(2);
  expect(fieldsIn(await research.as('Ana').opensNoteOn('Words')).goal!.choices).toHaveLength(1);
});

test('without a goal there is the way to begin one, and without a team the way to one', async () => {
  const design = await here.room.have('Design', people);
  const form = cardIn(await design.as('Ana').opensNoteOn('Words'));
  expect(textsIn(form)[0]).toMatch(/^You have no open goal here yet/);
  expect(buttonsIn(form)[0]!.url).toContain(encodeURIComponent(`${design.id}/goals`));
  const chat = here.room.teams.chatOfTwo('Zoe', 'Yan');
  expect(sentenceIn(await chat.as('Zoe').opensNoteOn('Words'))).toMatch(/^Goals belong to a team/);
});

test.each([
  ['nothing', ' \n ', 'Write what you want to keep.'],
  ['more than fits', 'word '.repeat(300), 'That is longer than fits'],
  ['64 KB of emoji', '🎉'.repeat(16_000), 'That is longer than fits'],
])('a mistake comes back as a sentence, with everything typed still there: %s', async (_, text, sentence) => {
  const design = await here.room.have('Design', people);
  const id = await here.room.goalOf(design, 'Ana');
  const ana = design.as('Ana');
  const again = await ana.sends(await ana.opensNoteOn('Words'), { text });
  expect(textsIn(cardIn(again))[0]).toContain(sentence);
  expect(fieldsIn(again).text!.value).toBe(text.trim().slice(0, 4001).toWellFormed());
  expect(sentenceIn(await ana.sends(again, { text: 'Enough' }))).toBe(kept);
  expect(await notesOf(design, 'Ana', id)).toHaveLength(1);
});

test.each([
  ['64 KB of emoji', '🎉'.repeat(16_000)],
  ['many words', 'word '.repeat(40_000)],
  ['very many brackets', '<'.repeat(250_000)],
])('however long a message is, its beginning fits: %s', async (_, content) => {
  const design = await here.room.have('Design', people);
  await here.room.goalOf(design, 'Ana');
  const ana = design.as('Ana');
  const form = await ana.opensNoteOn(content);
  expect(fieldsIn(form).text!.value).toMatch(/…$/);
  expect(sentenceIn(await ana.sends(form))).toBe(kept);
});

test('a link that is not of Teams’ messages is left out', async () => {
  const design = await here.room.have('Design', people);
  const id = await here.room.goalOf(design, 'Ana');
  const ana = design.as('Ana');
  const form = await ana.opensNoteOn('Words', 'https://evil.test/l/message/1');
  await ana.sendsData({ ...filled(form, {}), link: 'javascript:alert(1)' });
  expect((await notesOf(design, 'Ana', id))[0]!.messageLink).toBeNull();
});

test('a goal that was closed meanwhile says so, and the words can be kept with another one', async () => {
  const design = await here.room.have('Design', people);
  const [first, second] = [await here.room.goalOf(design, 'Ana'), await here.room.goalOf(design, 'Ana')];
  const ana = design.as('Ana');
  const form = await ana.opensNoteOn('Words');
  const valueOf = (id: string) => fieldsIn(form).goal!.choices!.find(({ value }) => value.startsWith(id))!.value;
  const nothing = { learned: '', helpedBy: [] };
  await here.room.useCases.goals.close(actor('Ana'), design.ref().teamId, first, 'dropped', nothing, null);

  const again = await ana.sends(form, { goal: valueOf(first), text: 'My words' });
  expect(textsIn(cardIn(again))[0]).toBe('This goal is closed. Reopen it to go on with it.');
  expect(fieldsIn(again)).toMatchObject({ text: { value: 'My words' }, goal: { value: valueOf(second) } });
  expect(sentenceIn(await ana.sends(again))).toBe(kept);
});

test('nothing typed is lost while Teams does not answer, and the same form keeps it afterwards', async () => {
  const design = await here.room.have('Design', people);
  const id = await here.room.goalOf(design, 'Ana');
  const ana = design.as('Ana');
  const form = await ana.opensNoteOn('Words', link);
  await design.comes('Eve');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  const again = await ana.sends(form, { text: 'My words' });
  expect(textsIn(cardIn(again)).slice(0, 2)).toEqual([
    'I cannot reach what I need right now. Nothing is lost. Please try again in a moment.',
    'The goal you chose is kept.',
  ]);
  here.room.connector.recover();
  expect(sentenceIn(await ana.sends(again))).toBe(kept);
  expect(await notesOf(design, 'Ana', id)).toMatchObject([{ text: 'My words', messageLink: link }]);
});

test('nothing is kept with another’s goal, another team’s, or one that is not there', async () => {
  const design = await here.room.have('Design', [...people, 'Mallory']);
  const secret = await here.room.have('Secret', people);
  const hidden = await here.room.goalOf(design, 'Ana');
  const open = await here.room.goalOf(design, 'Ana', { audience: 'team' });
  const elsewhere = await here.room.goalOf(secret, 'Ana', { audience: 'team' });
  await here.room.goalOf(design, 'Mallory');
  const mallory = design.as('Mallory');
  const form = await mallory.opensNoteOn('Words');
  const said = [];
  for (const goal of [
    `${hidden} ${design.id}`,
    `${elsewhere} ${secret.id}`,
    `${elsewhere} ${design.id}`,
    `${hidden} 19:nowhere@thread.tacv2`,
    `${randomUUID()} ${design.id}`,
  ])
    said.push(textsIn(cardIn(await mallory.sends(form, { goal })))[0]);
  expect(new Set(said)).toEqual(new Set(['This goal is not here any more, or not for you to see.']));
  const visible = await mallory.sends(form, { goal: `${open} ${design.id}` });
  expect(textsIn(cardIn(visible))[0]).toBe('Only the person whose goal it is can change it.');
  expect(await notesOf(design, 'Ana', open)).toEqual([]);
});
