import type { Profile } from '../../bot/domain/profile.ts';
import { aProfile, idOf } from '../support/builders.ts';
import { type Answer, aTeamsMember, type Place } from '../support/teamsWorld.ts';
import { expectGoodCard } from '../support/teamsWorldCardRules.ts';
import { sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];

const tells = async (place: Place, name: string, of: Partial<Profile>) => {
  const { version } = await here.room.storage.profiles.find(place.ref(), idOf(name));
  await here.room.storage.profiles.save(place.ref(), idOf(name), aProfile(of), version);
};

type Found = {
  content: { actions: { url: string }[]; body: object[] };
  preview: { content: { title: string; text: string } };
};
const found = (answer: Answer): Found[] => answer.body.composeExtension.attachments;
const titles = (answer: Answer) => found(answer).map(({ preview }) => preview.content.title);

test('who can show it is found, best fit first, and not oneself', async () => {
  const design = await here.room.have('Design', people);
  await tells(design, 'Ana', { canShow: ['Budgets'] });
  await tells(design, 'Ben', { canShow: ['Team budgets'] });
  await tells(design, 'Cem', { canShow: ['Budgets'], role: 'Analyst' });
  await tells(design, 'Dee', { canShow: ['Facilitation'] });

  expect(titles(await design.as('Ana').searchesPeople('budgets'))).toEqual(['Cem, Analyst', 'Ben']);
  expect(titles(await design.as('Ana').searchesPeople('a budget for the team'))).toContain('Ben');
  expect(titles(await design.as('Ana').searchesPeople('FACILITATION'))).toEqual(['Dee']);
});

test('in the team’s conversation the card shows what the team may see, and asks they could help with', async () => {
  const design = await here.room.have('Design', people);
  await tells(design, 'Ben', {
    canShow: ['SQL', 'Interviews'],
    wantsToLearn: ['Figma'],
    role: 'Researcher',
    timeZone: 'Europe/Berlin',
    workingHours: { start: '09:00', end: '17:00' },
    thankMe: 'private',
    about: 'About me',
  });
  await here.room.goalOf(design, 'Cem', { title: 'Hidden', ask: 'Somebody to read my SQL', askToTeam: true });
  await here.room.goalOf(design, 'Cem', { title: 'Hidden too', ask: 'My secret SQL' });
  await here.room.goalOf(design, 'Ben', { title: 'Hidden of Ben' });

  const [ben] = found(await design.as('Ana').searchesPeople('sql'));

  expectGoodCard(ben!.content);
  expect(textsIn(ben!.content)).toEqual([
    'Ben',
    'Researcher',
    'Can show: SQL',
    'Wants to learn: Figma',
    'Works from 09:00 to 17:00, Central European Time',
    'Could help Cem with: Somebody to read my SQL',
  ]);
  expect(ben!.content.actions[0]!.url).toContain(encodeURIComponent(`${design.id}/people/${idOf('Ben')}`));
  expect(ben!.preview.content.text).toMatch(/^\d\d:\d\d there · Can show: SQL$/);
  expect(JSON.stringify(ben)).not.toMatch(/private|Hidden|secret|About me/);
});

test('anywhere else the card names somebody and says nothing of them, for others read along', async () => {
  const [design, research] = [await here.room.have('Design', people), await here.room.have('Research', ['Cem', 'Ana'])];
  await tells(design, 'Ben', { canShow: ['SQL'], role: 'Researcher', wantsToLearn: ['Figma'] });
  await tells(research, 'Cem', { canShow: ['SQL for two'] });
  await here.room.goalOf(design, 'Dee', { ask: 'SQL', askToTeam: true });
  await here.room.settled();

  const answer = await here.room.teams.chatOfTwo('Ana', 'Zoe').as('Ana').searchesPeople('sql');

  expect(titles(answer)).toEqual(['Ben, Researcher', 'Cem']);
  expect(found(answer).map(({ preview }) => preview.content.text)).toEqual([
    'Design: Can show: SQL',
    'Research: Can show: SQL for two',
  ]);
  for (const { content } of found(answer)) {
    expectGoodCard(content);
    expect(textsIn(content)[1]).toBe('What they can show is on their page, for everybody in their team.');
    expect(JSON.stringify(content.body)).not.toMatch(/SQL|Researcher|Figma|Design/);
  }
});

test('in one team nobody of another is found, and outside only those of teams that we share', async () => {
  const [design, research] = [await here.room.have('Design', people), await here.room.have('Research', ['Dee', 'Eve'])];
  await tells(research, 'Eve', { canShow: ['SQL'] });
  await tells(research, 'Dee', { canShow: ['SQL'] });
  await here.room.settled();

  expect(sentenceIn(await design.as('Ana').searchesPeople('sql'))).toMatch(/^Nobody here says/);
  const chat = here.room.teams.chatOfTwo('Ana', 'Dee');
  expect(sentenceIn(await chat.as('Ana').searchesPeople('sql'))).toMatch(/^Nobody in your teams says/);
  expect(titles(await chat.as('Dee').searchesPeople('sql'))).toEqual(['Eve']);
  expect(sentenceIn(await design.as('Zoe').searchesPeople('sql'))).toMatch(/^Nobody in your teams says/);
});

test('a private channel has profiles of its own', async () => {
  const design = await here.room.have('Design', people);
  const hiring = here.room.teams.channelOf(design, 'Hiring', {
    channelType: 'private',
    members: [aTeamsMember('Ana'), aTeamsMember('Ben')],
  });
  await hiring.event({ type: 'conversationUpdate', membersAdded: [{ id: '28:22222222-2222-4222-8222-222222222222' }] });
  await tells(design, 'Ben', { canShow: ['SQL in the team'] });
  await tells(hiring, 'Ben', { canShow: ['SQL in the channel'] });
  const [ben] = found(await hiring.as('Ana').searchesPeople('sql'));
  expect(textsIn(ben!.content)).toContain('Can show: SQL in the channel');
});

test('before anything is typed there is a hint, with what this team can show', async () => {
  const design = await here.room.have('Design', people);
  expect(sentenceIn(await design.as('Ana').searchesPeople(null))).toBe(
    'Type what you want help with: a skill, a tool, a topic.',
  );
  await tells(design, 'Ana', { canShow: ['My own'] });
  await tells(design, 'Ben', { canShow: ['SQL', 'Figma'] });
  expect(sentenceIn(await design.as('Ana').searchesPeople(null))).toBe(
    'Type what you want help with. Your team can show SQL and Figma, for a start.',
  );
  const chat = here.room.teams.chatOfTwo('Ana', 'Zoe');
  expect(sentenceIn(await chat.as('Zoe').searchesPeople('  '))).toMatch(/^Type what you want help with:/);
});

test('it goes on where the list ends, and whatever paging is asked for gets an answer', async () => {
  const design = await here.room.have('Design', people);
  for (const name of ['Ben', 'Cem', 'Dee']) await tells(design, name, { canShow: ['SQL'] });
  const all = [];
  for (const skip of [0, 2, 4]) all.push(...titles(await design.as('Ana').searchesPeople('sql', { skip, count: 2 })));
  expect(all).toEqual(['Ben', 'Cem', 'Dee']);
  for (const options of [{ skip: -1, count: -1 }, { skip: 1e9, count: 1e9 }, null, 'x', []])
    expect((await design.as('Ana').searchesPeople('sql', options as object)).status).toBe(200);
});

test('the fullest profile there can be still fits, and what people wrote stays text', async () => {
  const design = await here.room.have('Design', people);
  const wide = '<b>[x](https://evil.test)</b>'.padEnd(40, 'W');
  await tells(design, 'Ben', {
    canShow: Array.from({ length: 8 }, (_, n) => `${n}sql ${wide}`.slice(0, 40)),
    wantsToLearn: Array.from({ length: 8 }, (_, n) => `${n} ${wide}`.slice(0, 40)),
    role: '👨🏽‍👩🏽‍👧🏽‍👦🏽'.repeat(16),
    timeZone: 'America/Argentina/ComodRivadavia',
  });
  const [ben] = found(await design.as('Ana', { locale: 'ar-SA' }).searchesPeople('0sql 1sql 2sql 3sql 4sql 5sql'));
  expectGoodCard(ben!.content);
  expect(`${ben!.preview.content.title}${ben!.preview.content.text}`).not.toMatch(/[<>]/);
});

test('it says so when what it needs is away', async () => {
  const design = await here.room.have('Design', people);
  await design.comes('Eve');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  expect(sentenceIn(await design.as('Ana').searchesPeople('sql'))).toMatch(/^I cannot reach what I need/);
});

test('who types faster than anybody can is not answered each time, and nobody else notices', async () => {
  const design = await here.room.have('Design', ['Ana', 'Ben']);
  const types = (name: string) => design.as(name).typesName('', `members:${design.id}`);
  const hurried = await Promise.all(Array.from({ length: 400 }, () => types('Ana')));

  const refused = hurried.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(100);
  expect(hurried.length - refused.length).toBeGreaterThanOrEqual(200);
  expect(await types('Ben')).toMatchObject({ status: 200 });
});
