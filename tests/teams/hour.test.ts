import { randomUUID } from 'node:crypto';
import { actionItemId, type HourDate, hourDate, noteId, topicId } from '../../bot/domain/ids.ts';
import { createTeams, type Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { cardIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
/** Wednesday; the hour is the day after, at ten in Berlin. */
const wednesday = new Date('2026-11-18T12:00:00Z');
const date = hourDate('2026-11-19');
const when = '{{DATE(2026-11-19T09:00:00Z,SHORT)}}, {{TIME(2026-11-19T09:00:00Z)}} to {{TIME(2026-11-19T10:00:00Z)}}';
const notThere = 'This hour is not here any more, or not for you to see.';

beforeEach(() => {
  here.room.clock.now = () => wednesday;
});
const itIs = (instant: string) => {
  here.room.clock.now = () => new Date(instant);
};

const answer = () => here.room.connector.posts.at(-1);
const team = (place: Place) => place.ref().teamId;
const titles = (found: Parameters<typeof buttonsIn>[0]) => buttonsIn(found).map(({ title }) => title);

async function haveHour(name = 'Design', members = people): Promise<Place> {
  const place = await here.room.have(name, members);
  await here.room.hourIn(place, members[0]!);
  return place;
}
const raise = (place: Place, by: string, text: string) =>
  here.room.useCases.agenda.topic(
    actor(by),
    team(place),
    date,
    topicId(randomUUID()),
    { text, kind: 'talk', messageLink: null },
    null,
  );
const promise = (place: Place, by: string, text: string, dueOn: string | null = null) => {
  const words = { text, owner: 'me', dueOn, promisedTo: null, hour: null } as const;
  return here.room.useCases.actions.save(actor(by), team(place), actionItemId(randomUUID()), words, null);
};
const awayFrom = async (place: Place, on: HourDate = date) =>
  (await here.room.useCases.hours.find(actor('Ana'), team(place), on)).away.map(({ name }) => name);

describe('in the team’s own conversation', () => {
  test('the next hour stands there: when, who has which part, what is on it and what is promised', async () => {
    const design = await haveHour();
    await raise(design, 'Ben', 'How we hand over');
    itIs('2026-11-18T12:01:00Z');
    await raise(design, 'Cem', 'Saying no');
    await promise(design, 'Cem', 'Draw the map', '2026-12-01');
    await promise(design, 'Ben', 'Ask the others');
    await design.as('Ana').says('hour');

    expect(textsIn(shown(answer()))).toEqual([
      'Our hour',
      when,
      'Facilitator: Ana · Spotlight: Ben',
      'What we talk about',
      'Ben: How we hand over',
      'Cem: Saying no',
      'Open action items',
      'Cem: Draw the map, by Dec 1, 2026',
      'Ben: Ask the others',
    ]);
    expect(titles(shown(answer()))).toEqual(['Add a topic', 'Open the hour', 'I cannot come']);
    expect(button(answer(), 'Open the hour').url).toContain(encodeURIComponent(`${design.id}/hour`));
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('lines that are written in it are not, whether for that hour alone or not', async () => {
    const design = await haveHour();
    for (const keep of [true, false]) {
      const words = { text: `Secret ${keep}`, kind: 'note', keep } as const;
      await here.room.useCases.agenda.note(actor('Ben'), team(design), date, noteId(randomUUID()), words, null);
    }
    await design.as('Ana').says('hour');
    expect(textsIn(shown(answer()))).toContain('There is no topic yet. Anybody can add one.');
    expect(JSON.stringify(here.room.connector.posts)).not.toContain('Secret');
  });

  test('of a full agenda the first stand there, and how many more there are', async () => {
    const design = await haveHour();
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await raise(design, 'Ben', `Topic ${number}`);
    await design.as('Ana').says('hour');
    const said = textsIn(shown(answer()));
    expect(said.filter((line) => line.startsWith('Ben: Topic'))).toHaveLength(6);
    expect(said).toContain('2 more are in the tab.');
  });

  test('what people write as a date of Teams’ stays what they wrote', async () => {
    const design = await haveHour();
    await raise(design, 'Ben', '{{DATE(2020-01-01T00:00:00Z,SHORT)}} **bold** <at>Ana</at>');
    await design.as('Ana').says('hour');
    const line = textsIn(shown(answer())).find((said) => said.startsWith('Ben:'))!;
    expect(line).not.toMatch(/\{\{\s*DATE/);
    expect(line.replaceAll('\u2060', '')).toBe('Ben: {{DATE(2020-01-01T00:00:00Z,SHORT)}} **bold** <at>Ana</at>');
  });

  test('a running one says so, and a moved one why', async () => {
    const design = await haveHour();
    const { hours } = here.room.useCases;
    const to = { date: '2026-11-20', time: null, reason: 'Half of us travel' };
    await hours.move(actor('Ana'), team(design), date, to, null);
    await design.as('Ana').says('hour');
    expect(textsIn(shown(answer()))).toContain('Moved: Half of us travel');

    itIs('2026-11-20T09:02:00Z');
    await hours.open(actor('Ben'), team(design), hourDate('2026-11-20'), null);
    await design.as('Ana').says('hour');
    expect(textsIn(shown(answer()))[1]).toBe('It is running, since {{TIME(2026-11-20T09:02:00Z)}}.');
  });

  test.each([
    ['stunde', 'de-DE', 'Für Design ist noch keine Stunde gewählt.'],
    ['الساعة', 'ar-SA', 'لم تُختر ساعة لفريق Design بعد.'],
    ['HOUR!', 'en-GB', 'No hour was chosen for Design yet.'],
  ])('where none was chosen, it says so with the way to begin: %s', async (text, locale, sentence) => {
    const design = await here.room.have('Design', people);
    await design.as('Ben', { locale }).says(text);
    expect(textsIn(shown(answer()))[0]).toContain(sentence);
    expect(buttonsIn(shown(answer()))[0]!.url).toContain(encodeURIComponent(`${design.id}/hour`));
  });

  test('a group chat that the app was added to has its own', async () => {
    const chat = here.room.teams.groupChat('Trip', people);
    await chat.install('Ana');
    await here.room.hourIn(chat, 'Ana');
    await chat.as('Ben').says('hour');
    expect(textsIn(shown(answer())).slice(0, 2)).toEqual(['Our hour', when]);
    expect(answer()!.conversationId).toBe(chat.id);
  });

  test('said twice by Teams, answered once', async () => {
    const design = await haveHour();
    await Promise.all([1, 2, 3].map(() => design.as('Ana', { id: 'the same' }).says('hour')));
    expect(here.room.connector.posts).toHaveLength(1);
  });
});

describe('elsewhere', () => {
  test('the bot tells me the hour of my only team, with my own answer on its button', async () => {
    const design = await haveHour();
    await here.room.useCases.agenda.mark(actor('Ben'), team(design), date, 'away', true);
    await here.room.teams.chatWithBot('Ben').as('Ben').says('hour');
    expect(textsIn(shown(answer())).slice(0, 3)).toEqual(['Our hour', 'Design', when]);
    expect(titles(shown(answer()))).toEqual(['Add a topic', 'Open the hour', 'I can come after all']);
  });

  test('of several teams the soonest stands first, and a press shows what is on it', async () => {
    const [design, research] = [await haveHour('Design'), await here.room.have('Research', people)];
    await here.room.hourIn(research, 'Ana', { weekday: 3, time: '16:00' });
    await raise(design, 'Cem', 'Saying no');
    const chat = here.room.teams.chatWithBot('Ben').as('Ben');
    await chat.says('hour');
    expect(textsIn(shown(answer())).filter((line) => !line.includes('{{'))).toEqual([
      'Your next hours',
      'Research',
      'Design',
    ]);

    const [, see] = buttonsIn(shown(answer()));
    expect(see).toMatchObject({ title: 'What is on it', tooltip: 'Design' });
    const dialog = cardIn(await chat.opensDialog(see!.data as object));
    expect(textsIn(dialog)).toContain('Cem: Saying no');
    expect(titles(dialog)).toEqual(['Add a topic', 'Open the hour', 'I cannot come']);
  });

  test('where others read along there is only the way to my own hours', async () => {
    const design = await haveHour();
    await raise(design, 'Cem', 'Secret of Cem');
    const chat = here.room.teams.groupChat('Elsewhere', ['Ben', 'Zoe']);
    await chat.as('Ben').says('hour');
    expect(JSON.stringify(here.room.connector.posts)).not.toMatch(/Secret|Design/);
    const [show] = buttonsIn(shown(answer()));

    expect(textsIn(cardIn(await chat.as('Ben').opensDialog(show!.data as object)))).toContain('Cem: Secret of Cem');
    expect(sentenceIn(await chat.as('Zoe').opensDialog(show!.data as object))).toMatch(/^An hour belongs to a team/);
  });

  test('in a dialog one can say and take back that one cannot come', async () => {
    const design = await haveHour();
    const chat = here.room.teams.chatWithBot('Ben').as('Ben');
    const dialog = await chat.opensDialog({ open: 'hour' });
    const press = (card: Parameters<typeof buttonsIn>[0]) => buttonsIn(card).at(-1)!.data as object;
    const again = await chat.sendsDialog(dialog, press(cardIn(dialog)));
    expect(textsIn(cardIn(again))).toContain('Cannot come: Ben');
    expect(await awayFrom(design)).toEqual(['Ben']);
    await chat.sendsDialog(again, press(cardIn(again)));
    expect(await awayFrom(design)).toEqual([]);
  });

  test('a chat without an hour of its own may be that of any team’s meeting: there too it is mine that I see', async () => {
    const design = await haveHour();
    const chat = here.room.teams.groupChat('Meeting of Design', ['Ben', 'Zoe']);
    await chat.install('Ben');
    await chat.as('Ben').says('hour');
    expect(textsIn(shown(answer()))[0]).toMatch(/^This conversation has no hour of its own/);
    const dialog = cardIn(await chat.as('Ben').opensDialog(buttonsIn(shown(answer()))[0]!.data as object));
    expect(textsIn(dialog)).toContain('Design');
    expect(buttonsIn(dialog)[0]!.data).toMatchObject({ team: design.id });
    const none = cardIn(await chat.as('Zoe').opensDialog({ open: 'hour' }));
    expect(textsIn(none)[0]).toMatch(/^No hour was chosen for Meeting of Design yet/);
  });

  test('without a team it says what to do', async () => {
    await here.room.teams.chatWithBot('Zoe').as('Zoe').says('hour');
    expect(answer()!.activity!.text).toMatch(/^An hour belongs to a team, and I do not know you in one yet/);
  });
});

describe('“I cannot come”', () => {
  const press = async (place: Place, by: string) =>
    place.as(by).presses(button(answer(), 'I cannot come') as { verb: string; data: unknown });

  test('said twice is said once, and shows at once to who pressed', async () => {
    const design = await haveHour();
    await design.as('Ana').says('hour');
    const answers = await Promise.all([1, 2, 3].map(() => press(design, 'Ben')));
    answers.push(await press(design, 'Ben'));
    for (const { body } of answers) {
      expect(textsIn(body.value)).toContain('Cannot come: Ben');
      expect(titles(body.value).at(-1)).toBe('I can come after all');
    }
    expect(await awayFrom(design)).toEqual(['Ben']);
    await design.as('Ben').presses(answers[0]!.body.value.actions.at(-1));
    expect(await awayFrom(design)).toEqual([]);
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('who facilitates and cannot come is passed over', async () => {
    const design = await haveHour();
    await design.as('Ana').says('hour');
    const { body } = await press(design, 'Ana');
    expect(textsIn(body.value)).toContain('Facilitator: Ben · Spotlight: Cem');
  });

  test('on an old card it changes nothing', async () => {
    const design = await haveHour();
    await design.as('Ana').says('hour');
    itIs('2026-11-19T10:30:00Z');
    expect((await press(design, 'Ben')).body.value).toBe('This hour is over, moved or skipped.');
    itIs('2026-12-24T10:30:00Z');
    expect((await press(design, 'Ben')).body.value).toBe('This hour is over, moved or skipped.');
    expect(await awayFrom(design)).toEqual([]);
  });
});

describe('a card is input like any other', () => {
  test('another team’s hour is not to be seen, added to or said about', async () => {
    const design = await here.room.have('Design', [...people, 'Mallory']);
    const secret = await haveHour('Secret');
    await raise(secret, 'Ana', 'Hidden');
    const mallory = design.as('Mallory');
    for (const other of [secret.id, '19:nowhere@thread.tacv2']) {
      const said = [
        await mallory.opensDialog({ open: 'hour', team: other }),
        await mallory.invoke('task/submit', { data: { step: 'hour', team: other } }),
        await mallory.sendsData({ step: 'away', team: other, date, away: true }),
      ];
      expect(said.map(sentenceIn)).toEqual([notThere, notThere, notThere]);
      for (const verb of ['hour.away', 'hour.open', 'hour.close']) {
        const { body } = await mallory.presses({ verb, data: { team: other, date, away: true } });
        expect(body.value).toBe(notThere);
      }
    }
    const { hour, away } = await here.room.useCases.hours.find(actor('Ana'), team(secret), date);
    expect([hour.status, away]).toEqual(['planned', []]);
  });

  test('a day without an hour, and somebody who left, find nothing', async () => {
    const design = await haveHour();
    const data = { team: design.id, date: '2026-11-17', away: true };
    expect((await design.as('Ben').presses({ verb: 'hour.away', data })).body.value).toBe(notThere);
    await design.leaves('Ben');
    const { body } = await design.as('Ben').presses({ verb: 'hour.away', data: { ...data, date } });
    expect(body.value).toBe(notThere);
    expect(await awayFrom(design)).toEqual([]);
  });

  test('a shape that none of ours has is said to be incomplete', async () => {
    const design = await haveHour();
    const shapes = [
      {},
      { team: 5 },
      { team: design.id, date: 'tomorrow', away: true },
      { team: design.id, date },
      null,
    ];
    for (const data of shapes) {
      const { body } = await design.as('Ana').presses({ verb: 'hour.away', data });
      expect(body.value).toMatch(/^This form is not complete any more/);
    }
    for (const data of [
      { step: 'hour' },
      { step: 'away', team: [] },
      { step: 'addTopic', team: {} },
      { step: 'topic' },
    ])
      expect(sentenceIn(await design.as('Ana').sendsData(data))).toMatch(/^This form is not complete any more/);
    expect((await design.as('Ana').presses({ verb: 'constructor' })).body.value).toMatch(/^This form is not complete/);
    expect(here.room.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('whoever says to be of another tenant gets no further than the door', async () => {
    const design = await haveHour();
    const receive = (body: object) => here.room.receive({ authorization: undefined, body });
    const elsewhere = createTeams(here.room.connector, receive, '99999999-9999-4999-8999-999999999999');
    const ana = elsewhere.chatWithBot('Ana').as('Ana');
    const data = { team: design.id, date, away: true };
    const answers = [
      await ana.says('hour'),
      await ana.opensDialog({ open: 'hour', team: design.id }),
      await ana.presses({ verb: 'hour.open', data }),
      await ana.raises('Words'),
      await elsewhere.chatWithBot('Ana').meeting('Start', 'Ana'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await awayFrom(design)).toEqual([]);
  });

  test('while Teams does not answer, a sentence says so', async () => {
    const design = await haveHour();
    await design.comes('Eve');
    here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
    await design.as('Ana').says('hour');
    expect(answer()!.activity!.text).toMatch(/^I cannot reach what I need right now/);
  });
});
