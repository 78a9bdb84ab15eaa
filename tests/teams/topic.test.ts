import { randomUUID } from 'node:crypto';
import { hourDate, topicId } from '../../bot/domain/ids.ts';
import type { Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { cardIn, fieldsIn, filled, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const date = hourDate('2026-11-19');
const link = 'https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1700000000000';
const raised = 'It is on the agenda of the next hour of Design.';

beforeEach(() => {
  here.room.clock.now = () => new Date('2026-11-18T12:00:00Z');
});

async function haveHour(name = 'Design', members = people): Promise<Place> {
  const place = await here.room.have(name, members);
  await here.room.hourIn(place, members[0]!);
  return place;
}
const topicsOf = async (place: Place, on = date) =>
  (await here.room.useCases.hours.find(actor('Ana'), place.ref().teamId, on)).topics;

test('a message becomes a topic of the next hour, with its link, once, however often the form is sent', async () => {
  const design = await haveHour();
  const ben = design.as('Ben');

  const form = await ben.raises('<p>Shall we <b>rotate</b><br>who takes the notes?</p>', link);
  expect(form.body.task.value.title).toBe('Raise in our hour');
  expect(fieldsIn(form).text!.value).toBe('Shall we rotate who takes the notes?');
  expect(fieldsIn(form).kind!.choices!.map(({ value }) => value)).toEqual(['talk', 'ask', 'thanks', 'idea']);
  expect(textsIn(cardIn(form))).toEqual([
    'The link to the message is kept with it.',
    'The 3 members of Design see this.',
  ]);

  const typed = { text: 'Rotate the notes', kind: 'idea' };
  const answers = await Promise.all([1, 2, 3].map(() => ben.sends(form, typed)));
  answers.push(await ben.sendsDialog(form, typed));
  expect(answers.map(sentenceIn)).toEqual([raised, raised, raised, raised]);
  expect(await topicsOf(design)).toMatchObject([
    { text: 'Rotate the notes', kind: 'idea', messageLink: link, author: { name: 'Ben' }, state: 'open' },
  ]);
  expect(here.room.connector.posts).toEqual([]);
});

test('the card of the hour leads to the same form', async () => {
  const design = await haveHour();
  await design.as('Ana').says('hour');
  const open = button(here.room.connector.posts.at(-1), 'Add a topic').data as object;
  const form = await design.as('Cem').opensDialog(open);
  expect(fieldsIn(form)).toMatchObject({ text: { value: '' }, kind: { value: 'talk' } });
  expect(sentenceIn(await design.as('Cem').sendsDialog(form, { text: 'Saying no' }))).toBe(raised);
  expect(await topicsOf(design)).toMatchObject([{ text: 'Saying no', author: { name: 'Cem' }, messageLink: null }]);

  const chat = here.room.teams.chatWithBot('Cem').as('Cem');
  const dialog = await chat.opensDialog({ open: 'hour' });
  const [add] = buttonsIn(cardIn(dialog));
  const again = await chat.sendsDialog(dialog, add!.data as object);
  expect(sentenceIn(await chat.sendsDialog(again, { text: 'And saying yes' }))).toBe(raised);
  expect(await topicsOf(design)).toHaveLength(2);
});

test('where no hour was chosen it says so, with the way to begin', async () => {
  const design = await here.room.have('Design', people);
  const said = cardIn(await design.as('Ben').raises('Words', link));
  expect(textsIn(said)[0]).toMatch(/^No hour was chosen for Design yet/);
  expect(buttonsIn(said)[0]!.url).toContain(encodeURIComponent(`${design.id}/hour`));
  const data = { step: 'topic', team: design.id, id: randomUUID(), text: 'Words', kind: 'talk' };
  expect(sentenceIn(await design.as('Ben').sendsData(data))).toMatch(/^No hour was chosen for Design yet/);
});

test('outside of my teams one chooses whose hour it is for, and the message is still there', async () => {
  const [design, research] = [await haveHour(), await haveHour('Research')];
  const chat = here.room.teams.chatOfTwo('Ana', 'Zoe').as('Ana');
  const which = await chat.raises('Saying no', link);
  expect(fieldsIn(which).team!.choices!.map(({ title }) => title)).toEqual(['Design', 'Research']);

  const form = await chat.sends(which, { team: research.id });
  expect(fieldsIn(form).text!.value).toBe('Saying no');
  expect(textsIn(cardIn(form)).at(-1)).toBe('The 3 members of Research see this.');
  await chat.sends(form);
  expect(await topicsOf(research)).toMatchObject([{ text: 'Saying no', messageLink: link }]);
  expect(await topicsOf(design)).toEqual([]);
  expect(sentenceIn(await here.room.teams.chatOfTwo('Zoe', 'Yan').as('Zoe').raises('x'))).toMatch(/^An hour belongs/);
});

test('from a meeting’s chat without an hour of its own it goes to the team that has one', async () => {
  const design = await haveHour();
  await here.room.have('Research', people);
  const chat = here.room.teams.groupChat('Meeting of Design', ['Ben', 'Zoe']);
  await chat.install('Ben');
  const form = await chat.as('Ben').raises('Saying no', link);
  expect(textsIn(cardIn(form)).at(-1)).toBe('The 3 members of Design see this.');
  expect(sentenceIn(await chat.as('Ben').sends(form))).toBe(raised);
  expect(await topicsOf(design)).toHaveLength(1);
  expect(textsIn(cardIn(await chat.as('Zoe').raises('x')))[0]).toMatch(/^No hour was chosen for Meeting of Design/);
});

test('a form from before the hour was moved, or passed, still puts it on the next one', async () => {
  const design = await haveHour();
  const [ana, ben] = [design.as('Ana'), design.as('Ben')];
  const [first, second] = [await ana.raises('One'), await ben.raises('Two')];
  const to = { date: '2026-11-20', time: null, reason: 'Half of us travel' };
  await here.room.useCases.hours.move(actor('Ana'), design.ref().teamId, date, to, null);
  expect(sentenceIn(await ana.sends(first))).toBe(raised);
  expect((await topicsOf(design, hourDate('2026-11-20'))).map(({ text }) => text)).toEqual(['One']);

  here.room.clock.now = () => new Date('2026-11-24T12:00:00Z');
  expect(sentenceIn(await ben.sends(second))).toBe(raised);
  expect((await topicsOf(design, hourDate('2026-11-26'))).map(({ text }) => text)).toEqual(['One', 'Two']);
});

test.each([
  ['nothing', ' \n ', 'Write what it is about.'],
  ['more than fits', 'word '.repeat(60), 'That is longer than fits'],
  ['64 KB of emoji', '🎉'.repeat(16_000), 'That is longer than fits'],
])('a mistake comes back as a sentence, with everything typed still there: %s', async (_, text, sentence) => {
  const design = await haveHour();
  const ben = design.as('Ben');
  const again = await ben.sends(await ben.raises('Words'), { text, kind: 'ask' });
  expect(textsIn(cardIn(again))[0]).toContain(sentence);
  expect(fieldsIn(again)).toMatchObject({
    text: { value: text.trim().slice(0, 801).toWellFormed() },
    kind: { value: 'ask' },
  });
  expect(sentenceIn(await ben.sends(again, { text: 'Enough' }))).toBe(raised);
  expect(await topicsOf(design)).toMatchObject([{ text: 'Enough', kind: 'ask' }]);
});

test.each([
  ['64 KB of emoji', '🎉'.repeat(16_000)],
  ['many words', 'word '.repeat(40_000)],
  ['very many brackets', '<'.repeat(250_000)],
])('however long a message is, its beginning fits: %s', async (_, content) => {
  const design = await haveHour();
  const ben = design.as('Ben');
  const form = await ben.raises(content);
  expect(fieldsIn(form).text!.value).toMatch(/…$/);
  expect(sentenceIn(await ben.sends(form))).toBe(raised);
});

test('a link that is not of Teams’ messages is left out, and an unknown kind is something to talk about', async () => {
  const design = await haveHour();
  const ben = design.as('Ben');
  const form = await ben.raises('Words', 'https://evil.test/l/message/1');
  await ben.sendsData({ ...filled(form, {}), link: 'javascript:alert(1)', kind: '__proto__' });
  expect(await topicsOf(design)).toMatchObject([{ messageLink: null, kind: 'talk' }]);
});

test('nothing typed is lost while Teams does not answer, and the same form raises it afterwards', async () => {
  const design = await haveHour();
  const ben = design.as('Ben');
  const form = await ben.raises('Words', link);
  await design.comes('Eve');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  const again = await ben.sends(form, { text: 'My words', kind: 'ask' });
  expect(textsIn(cardIn(again))[0]).toMatch(/^I cannot reach what I need right now/);
  here.room.connector.recover();
  expect(sentenceIn(await ben.sends(again))).toBe(raised);
  expect(await topicsOf(design)).toMatchObject([{ text: 'My words', kind: 'ask', messageLink: link }]);
});

test('a form cannot change what was raised before, nor reach another team', async () => {
  const design = await haveHour('Design', [...people, 'Mallory']);
  const secret = await haveHour('Secret');
  const [mallory, words] = [design.as('Mallory'), { kind: 'talk', messageLink: null } as const];
  const id = topicId(randomUUID());
  await here.room.useCases.agenda.topic(actor('Ana'), design.ref().teamId, date, id, { ...words, text: 'Mine' }, null);

  const sent = { step: 'topic', team: design.id, id, text: 'Changed', kind: 'talk' };
  expect(textsIn(cardIn(await mallory.sendsData(sent)))[0]).toBe('Only who raised it can change it.');
  expect(textsIn(cardIn(await design.as('Ana').sendsData(sent)))[0]).toMatch(/^Something else was saved under this/);
  for (const team of [secret.id, '19:nowhere@thread.tacv2']) {
    const gone = 'This team is not here any more, or you are not in it.';
    expect(sentenceIn(await mallory.sendsData({ ...sent, team, id: randomUUID() }))).toBe(gone);
    expect(sentenceIn(await mallory.opensDialog({ open: 'topic', team }))).toBe(gone);
    const choice = { step: 'topicTeam', team, start: { text: 'x', link: null } };
    expect(sentenceIn(await mallory.sendsData(choice))).toBe(gone);
  }
  expect((await topicsOf(design)).map(({ text }) => text)).toEqual(['Mine']);
  expect(await topicsOf(secret)).toEqual([]);
});
