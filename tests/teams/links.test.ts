import { goalId, type GoalId, type KudosId } from '../../bot/domain/ids.ts';
import { linksIntoTeams } from '../../bot/links.ts';
import { idOf } from '../support/builders.ts';
import { expectGoodCard } from '../support/teamsWorldCardRules.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import type { Answer, Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { actor, useTeamsRoom } from '../support/teamsWorldRoom.ts';

/* What a link into the tab becomes when somebody pastes it: read by everybody in the conversation. */

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const review = 'Thank you for the honest review';
const links = linksIntoTeams('66666666-6666-4666-8666-666666666666', 'https://people-hour.test');
const closed = ['People Hour', 'What is behind this link is for the people of its team.'];

const pastes = (place: Place, as: string, url: string, what = 'queryLink', locale = 'en-GB') =>
  place.as(as, { locale }).invoke(`composeExtension/${what}`, { url });
const cardsIn = (answer: Answer) => {
  const { attachments } = answer.body.composeExtension as { attachments: { content: never; preview: object }[] };
  attachments.forEach(({ content }) => expectGoodCard(content));
  return attachments;
};
const seen = (answer: Answer) => cardsIn(answer).flatMap(({ content }) => textsIn(content));
const wayIn = (answer: Answer) => decodeURIComponent(buttonsIn(cardsIn(answer)[0]!.content)[0]!.url!);

async function kudosIn(place: Place, to = 'Ben'): Promise<KudosId> {
  await here.room.thanks(place, 'Ana', [to], review);
  return (await here.room.wallOf(place, 'Ana'))[0]!.id;
}
async function likesItQuiet(place: Place, person: string, thankMe: 'private' | 'hour') {
  const { profile } = here.room.useCases;
  const found = await profile.find(actor(person), place.ref().teamId, 'me');
  await profile.save(actor(person), place.ref().teamId, { ...found.profile, thankMe }, found.version);
}

describe('in the team’s own conversation', () => {
  test('a thank-you for all, a goal that the team sees, and the hour become cards', async () => {
    const design = await here.room.have('Design', people);
    here.room.clock.now = () => new Date('2026-11-18T12:00:00Z');
    await here.room.hourIn(design, 'Ana');
    const kudos = await kudosIn(design);
    const goal = await here.room.goalOf(design, 'Ben', { title: '**Say** no', audience: 'team', dueOn: '2026-12-18' });

    expect(seen(await pastes(design, 'Cem', links.wall(design.ref(), kudos)))).toEqual(['Ana thanks Ben', review]);
    expect(seen(await pastes(design, 'Cem', links.goals(design.ref(), goal)))).toEqual([
      'A goal of Ben',
      '**Say** no',
      expect.stringContaining('by Dec 18, 2026'),
    ]);
    const hour = await pastes(design, 'Cem', links.hour(design.ref()));
    expect(seen(hour).slice(0, 2)).toEqual([
      'Our hour',
      'Thursday, November 19, 10:00 to 11:00 (Central European Time)',
    ]);
    expect(wayIn(hour)).toContain(`${design.id}/hour`);
    expect(cardsIn(hour)[0]!.preview).toMatchObject({ content: { title: 'Our hour' } });
  });

  test('what not all of the team may see stays closed, also for who may see it', async () => {
    const design = await here.room.have('Design', people);
    const supported = { audience: 'supporters', supporters: [idOf('Cem')] } as const;
    await likesItQuiet(design, 'Cem', 'private');
    await likesItQuiet(design, 'Ben', 'hour');
    const pages = [
      links.goals(design.ref(), await here.room.goalOf(design, 'Ben', { title: 'Secret', audience: 'me' })),
      links.goals(design.ref(), await here.room.goalOf(design, 'Ben', { title: 'Secret', ...supported })),
      links.wall(design.ref(), await kudosIn(design, 'Cem')),
      links.wall(design.ref(), await kudosIn(design, 'Ben')),
      links.goals(design.ref(), null),
      links.wall(design.ref(), null),
      links.person(design.ref(), idOf('Ben')),
      // There is none yet.
      links.hour(design.ref()),
    ];
    for (const page of pages) for (const name of people) expect(seen(await pastes(design, name, page))).toEqual(closed);
  });
});

describe('anywhere else', () => {
  test('it says what the app is called, and nothing of what is there or not, to whoever pastes it', async () => {
    const [design, research] = [
      await here.room.have('Design', people),
      await here.room.have('Research', ['Ana', 'Zoe']),
    ];
    const kudos = await kudosIn(design);
    const goal = await here.room.goalOf(design, 'Ben', { audience: 'team' });
    const chat = here.room.teams.groupChat('Lunch', ['Ana', 'Ben']);
    const quiet = here.room.teams.channelOf(design, 'Quiet', { channelType: 'private' });
    const own = here.room.teams.groupChat('Friday', ['Ana', 'Ben']);
    await own.install('Ana');
    const places: [Place, string][] = [
      [research, 'Ana'],
      [research, 'Zoe'],
      [chat, 'Ana'],
      [quiet, 'Ana'],
      [own, 'Ben'],
      [here.room.teams.chatOfTwo('Ana', 'Ben'), 'Ana'],
      [here.room.teams.chatWithBot('Ana'), 'Ana'],
    ];
    for (const [place, name] of places)
      for (const link of [
        links.wall(design.ref(), kudos),
        links.goals(design.ref(), goal),
        links.goals(design.ref(), goalId('77777777-7777-4777-8777-777777777777') as GoalId),
        links.hour(design.ref()),
        links.hour(design.ref('19:nowhere@thread.tacv2')),
      ]) {
        const answer = await pastes(place, name, link);
        expect(seen(answer)).toEqual(closed);
        expect(JSON.stringify(answer)).not.toMatch(/Design|honest/);
      }
  });

  test('a stranger who pastes it into the team’s conversation gets no more', async () => {
    const design = await here.room.have('Design', people);
    const kudos = await kudosIn(design);
    expect(seen(await pastes(design, 'Zoe', links.wall(design.ref(), kudos)))).toEqual(closed);
  });

  test('who does not have the app gets no more, even in the team’s own conversation', async () => {
    const design = await here.room.have('Design', people);
    const link = links.wall(design.ref(), await kudosIn(design));
    const answer = await pastes(design, 'Ben', link, 'anonymousQueryLink', 'de-DE');
    expect(seen(answer)).toEqual(['People Hour', 'Was hinter diesem Link steht, ist für die Leute seines Teams.']);
  });
});

test('a link that is not ours, or is not one at all, becomes nothing', async () => {
  const design = await here.room.have('Design', people);
  const ours = new URL(links.hour(design.ref()));
  const elsewhere = `https://evil.test/l/entity/x/people-hour${ours.search}`;
  for (const url of [
    elsewhere,
    `https://teams.microsoft.com.evil.test${ours.pathname}${ours.search}`,
    `http://teams.microsoft.com${ours.pathname}${ours.search}`,
    'https://teams.microsoft.com/l/entity/x/y?context={',
    'https://teams.microsoft.com/l/entity/x/y',
    'https://people-hour.test/tab',
    `https://people-hour.test/tab?page=${'x'.repeat(5000)}`,
    'javascript:alert(1)',
    '',
    '🌱'.repeat(16_000),
  ])
    expect(cardsIn(await pastes(design, 'Ana', url))).toEqual([]);
  expect(cardsIn(await design.as('Ana').invoke('composeExtension/queryLink', null))).toEqual([]);
});

test('our own address is understood as well, and what stands behind the page in it goes nowhere', async () => {
  const design = await here.room.have('Design', people);
  const kudos = await kudosIn(design);
  const page = encodeURIComponent(`${design.id}/${kudos}`);
  const answer = await pastes(design, 'Ana', `https://people-hour.test/tab?page=${page}&then=evil#evil`);
  expect(seen(answer)).toEqual(['Ana thanks Ben', review]);
  expect(JSON.stringify(answer)).not.toContain('evil');
});

test('while what is needed for it is away, the link stays closed', async () => {
  const design = await here.room.have('Design', people);
  const link = links.wall(design.ref(), await kudosIn(design));
  await design.comes('Dee');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
  expect(seen(await pastes(design, 'Ana', link))).toEqual(closed);
});
