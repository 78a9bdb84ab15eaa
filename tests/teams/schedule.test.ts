import { randomUUID } from 'node:crypto';
import { hourDate, noteId } from '../../bot/domain/ids.ts';
import type { Place } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

/* A team's hour is set up where the team talks. */

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const kathmandu = 'Asia/Kathmandu';
const wednesday = new Date('2026-11-18T12:00:00Z');
beforeEach(() => {
  here.room.clock.now = () => wednesday;
});

const team = (place: Place) => place.ref().teamId;
const chosenIn = async (place: Place) => (await here.room.useCases.schedule.find(actor('Ana'), team(place))).thing;
const proposalsIn = async (place: Place) =>
  (await here.room.useCases.schedule.proposals(actor('Ana'), team(place))).items.map(({ by, schedule }) => [
    by.name,
    schedule.time,
  ]);
const typedIn = (answer: Parameters<typeof fieldsIn>[0]) =>
  Object.fromEntries(Object.values(fieldsIn(answer)).map(({ id, value }) => [id, value]));

/** The form behind the button of the greeting. */
async function greeted(): Promise<{ place: Place; data: object }> {
  const place = here.room.teams.channel('Design', people);
  await place.install('Ana');
  await here.room.settled();
  return { place, data: button(here.room.connector.posts[0], 'Set up the hour').data as object };
}

describe('from the greeting', () => {
  test('an owner chooses the hour, by the clock of where they are, and the meeting that it takes the place of', async () => {
    const { place, data } = await greeted();
    const ana = place.as('Ana', { timeZone: kathmandu });
    const form = await ana.opensDialog(data);
    expect(textsIn(cardIn(form))[0]).toMatch(/^You own Design/);
    expect(typedIn(form)).toEqual({
      weekday: '4',
      time: '10:00',
      zone: kathmandu,
      minutes: '60',
      meeting: '',
      meetingMinutes: '',
      posts: 'before,start,recap',
    });
    expect(fieldsIn(form)['weekday']!.choices!.map(({ title }) => title)).toEqual([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ]);
    expect(fieldsIn(form)['zone']!.choices![0]).toEqual({ title: 'Kathmandu (Nepal Time)', value: kathmandu });

    const typed = {
      weekday: '5',
      time: '09:30',
      minutes: '45',
      meeting: 'Weekly  status',
      meetingMinutes: '50',
      posts: ['recap'],
    };
    const done =
      'Chosen. The first hour of Design is on Friday, November 20, 09:30. In the tab you can make the meeting for it.';
    expect(sentenceIn(await ana.sendsDialog(form, typed))).toBe(done);
    expect(sentenceIn(await ana.sendsDialog(form, typed))).toBe(done);
    expect(await chosenIn(place)).toEqual({
      weekday: 5,
      time: '09:30',
      timeZone: kathmandu,
      minutes: 45,
      everyWeeks: 1,
      startOn: '2026-11-18',
      replaces: { name: 'Weekly status', minutes: 50 },
      meetingLink: null,
    });
    const { teamReminders } = here.room.useCases;
    const wanted = await teamReminders.find(actor('Ben'), team(place));
    expect(wanted.thing).toEqual({ before: false, start: false, recap: true });
    await expect(teamReminders.save(actor('Ben'), team(place), wanted.thing, wanted.version)).rejects.toThrow(
      'reminder.ownersOnly',
    );
    expect(typedIn(await ana.opensDialog(data))['posts']).toBe('recap');
  });

  test('what a member fills in becomes their proposal', async () => {
    const { place, data } = await greeted();
    const ben = place.as('Ben', { timeZone: kathmandu });
    const form = await ben.opensDialog(data);
    expect(textsIn(cardIn(form))[0]).toMatch(/^Owners of Design choose its hour/);
    expect(cardIn(form).actions![0]!.title).toBe('Propose it');
    expect(typedIn(form)).not.toHaveProperty('posts');
    expect(sentenceIn(await ben.sendsDialog(form, { time: '14:00' }))).toMatch(/^Your proposal stands in the tab/);
    expect(await proposalsIn(place)).toEqual([['Ben', '14:00']]);
    await expect(chosenIn(place)).rejects.toThrow();
  });

  test('who is not in the team learns nothing of it, whatever the button says', async () => {
    const { place, data } = await greeted();
    const other = await here.room.have('Research', ['Zoe']);
    const sentence = 'This team is not here any more, or you are not in it.';
    expect(sentenceIn(await other.as('Zoe').opensDialog(data))).toBe(sentence);
    const form = await place.as('Ana').opensDialog(data);
    expect(sentenceIn(await other.as('Zoe').sendsDialog(form, { zone: 'Europe/Berlin' }))).toBe(sentence);
    expect(sentenceIn(await other.as('Zoe').opensDialog({ open: 'schedule', team: '19:nowhere@thread.tacv2' }))).toBe(
      sentence,
    );
    await expect(chosenIn(place)).rejects.toThrow();
  });
});

test('every mistake is said in the form, and everything typed is still there', async () => {
  const { place, data } = await greeted();
  const ana = place.as('Ana');
  const form = await ana.opensDialog(data);
  const typed = {
    weekday: '2',
    time: '09:30',
    zone: 'Europe/Berlin',
    minutes: '90',
    meeting: 'Status “A”',
    meetingMinutes: '30',
    posts: 'start',
  };
  const wrongs: [object, string][] = [
    [{ time: '' }, 'Choose a time.'],
    [{ time: '24:61' }, 'Choose a time.'],
    [{ zone: '' }, 'Choose a place by whose clock the hour goes.'],
    [{ zone: 'Moon/Base' }, 'This time zone is not known. Choose one from the list.'],
    [{ zone: '+02:00' }, 'This time zone is not known. Choose one from the list.'],
    [{ minutes: '10' }, 'An hour takes between 30 and 90 minutes.'],
    [{ minutes: 'ten' }, 'An hour takes between 30 and 90 minutes.'],
    [{ meeting: 'x'.repeat(81) }, 'That is longer than fits. Shorten it a little.'],
    [{ meetingMinutes: '' }, 'Write how many minutes the meeting takes that you give up: from 5 to 480.'],
    [{ meetingMinutes: '999' }, 'Write how many minutes the meeting takes that you give up: from 5 to 480.'],
  ];
  for (const [wrong, sentence] of wrongs) {
    const again = await ana.sendsDialog(form, { ...typed, ...wrong });
    expect([textsIn(cardIn(again))[0], wrong]).toEqual([sentence, wrong]);
    const kept = { ...typed, ...wrong, ...('time' in wrong && { time: '' }) };
    expect(typedIn(again)).toEqual(kept);
  }
  await expect(chosenIn(place)).rejects.toThrow();
  const form2 = await ana.sendsDialog(form, { ...typed, time: '' });
  expect(sentenceIn(await ana.sendsDialog(form2, { time: '08:00' }))).toMatch(/^Chosen/);
  expect(await chosenIn(place)).toMatchObject({ weekday: 2, time: '08:00', replaces: { name: 'Status “A”' } });
});

test('a form without a zone from the client asks for one; typing finds every place of the world', async () => {
  const { place, data } = await greeted();
  const ana = place.as('Ana');
  expect(typedIn(await ana.opensDialog(data))['zone']).toBe('');
  expect(typedIn(await place.as('Ana', { timeZone: 'W. Europe Standard Time' }).opensDialog(data))['zone']).toBe('');
  const found = async (typed: string, locale = 'en-GB') =>
    (await place.as('Ana', { locale }).typesName(typed, 'zones')).body.value.results as {
      title: string;
      value: string;
    }[];
  expect(await found('tash')).toEqual([{ title: 'Tashkent (Uzbekistan Standard Time)', value: 'Asia/Tashkent' }]);
  expect((await found('mitteleuropäische', 'de-DE')).length).toBe(15);
  expect(await found('nowhere at all')).toEqual([]);
});

test('what somebody else chose meanwhile is said, and sending it again puts one’s own in its place', async () => {
  const { place, data } = await greeted();
  const ana = place.as('Ana', { timeZone: 'Europe/Berlin' });
  const form = await ana.opensDialog(data);
  const meetingLink = 'https://teams.microsoft.com/l/meetup-join/1';
  await here.room.hourIn(place, 'Ana', { time: '15:00', everyWeeks: 2, startOn: '2026-11-19', meetingLink });
  const again = await ana.sendsDialog(form, { time: '11:00' });
  expect(textsIn(cardIn(again))[0]).toMatch(/^Somebody chose an hour while you were typing/);
  expect((await chosenIn(place)).time).toBe('15:00');
  expect(typedIn(again)['time']).toBe('11:00');
  expect(sentenceIn(await ana.sendsDialog(again, {}))).toMatch(/^Chosen/);
  // How often it is, and where, was not asked here and stays.
  expect(await chosenIn(place)).toMatchObject({ time: '11:00', everyWeeks: 2, meetingLink });
  here.room.clock.now = () => new Date('2026-11-19T10:00:30Z');
  await here.room.useCases.reminders.attend(place.ref());
  expect(button(here.room.connector.posts.at(-1), 'Join the meeting').url).toBe(meetingLink);
});

test('from the slot set up here to the recap, a week of the bot is one thread, and a topic is added from it', async () => {
  const { place, data } = await greeted();
  const { connector, useCases } = here.room;
  connector.forgetPosts();
  const ana = place.as('Ana', { timeZone: 'Europe/Berlin' });
  await ana.sendsDialog(await ana.opensDialog(data), { meeting: 'Weekly status', meetingMinutes: '45' });
  const itIs = async (instant: string) => {
    here.room.clock.now = () => new Date(instant);
    await useCases.reminders.attend(place.ref());
    await here.room.settled();
  };
  await itIs('2026-11-18T09:00:30Z');
  const [before, status] = connector.posts;
  expect(textsIn(shown(before))[0]).toBe('Our next hour');
  expect(textsIn(shown(status))[0]).toBe('Status in two lines');

  const form = await place.as('Cem').opensDialog(button(before, 'Add a topic').data as object);
  expect(sentenceIn(await place.as('Cem').sendsDialog(form, { text: 'How we say no' }))).toMatch(
    /^It is on the agenda/,
  );
  await place.as('Ben').presses(button(before, 'I cannot come'));
  const say = button(status, 'Say it');
  await place.as('Ben').presses({ verb: say.verb!, data: { ...(say.data as object), line: 'Shipped' } });
  await here.room.settled();
  expect(textsIn(shown(before))).toEqual(expect.arrayContaining(['Cem: How we say no', 'Cannot come: Ben']));
  expect(textsIn(shown(status)).slice(2)).toEqual(['Ben', 'Shipped']);

  const thursday = hourDate('2026-11-19');
  await itIs('2026-11-19T09:00:10Z');
  await itIs('2026-11-19T09:15:10Z');
  const [, , start, nudge] = connector.posts;
  expect(textsIn(shown(start))[0]).toBe('Our hour begins');
  await place.as('Ana').presses(button(nudge, 'Begin it now'));
  for (const keep of [true, false]) {
    const words = { text: keep ? 'We try it' : 'Secret', kind: 'decision', keep } as const;
    await useCases.agenda.note(actor('Ana'), team(place), thursday, noteId(randomUUID()), words, null);
  }
  await useCases.hours.close(actor('Ana'), team(place), thursday, null);
  await itIs('2026-11-19T10:00:10Z');

  expect(connector.posts.map(({ activity }) => activity!.summary)).toEqual([
    'Our next hour: Thursday, November 19, 10:00',
    'Status in two lines',
    'Our hour begins',
    'Nobody has opened the hour yet',
    'What came of our hour',
  ]);
  expect(textsIn(shown(connector.posts[4]))).toContain('We try it');
  expect(textsIn(shown(nudge))).toEqual(['It was opened after all.']);
  expect(new Set(connector.posts.map(({ conversationId }) => conversationId)).size).toBe(1);
  expect(JSON.stringify(connector.posts)).not.toContain('Secret');
});

describe('without a team in the conversation', () => {
  test('the only one is meant; of several one is chosen first; in none there is nothing to set up', async () => {
    await here.room.have('Design', people);
    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const open = () => chat.invoke('composeExtension/fetchTask', { commandId: 'schedule' });
    expect(textsIn(cardIn(await open()))[0]).toMatch(/^You own Design/);

    const research = await here.room.have('Research', ['Ben', 'Ana']);
    const picking = await open();
    expect(fieldsIn(picking)['team']!.choices!.map(({ title }) => title)).toEqual(['Design', 'Research']);
    const form = await chat.sends(picking, { team: research.id });
    expect(textsIn(cardIn(form))[0]).toMatch(/^Owners of Research choose/);
    expect(sentenceIn(await here.room.teams.chatWithBot('Zoe').as('Zoe').opensDialog({ open: 'schedule' }))).toMatch(
      /^An hour belongs to a team/,
    );
  });
});
