import { randomUUID } from 'node:crypto';
import type { Saying } from '../../bot/app/reminderPorts.ts';
import { hourDate, topicId } from '../../bot/domain/ids.ts';
import type { SayingKind } from '../../bot/domain/reminder.ts';
import { statusLimits } from '../../bot/domain/statusLine.ts';
import { aPerson } from '../support/builders.ts';
import type { Place } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

/* What can be done from the posts about an hour. */

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const thursday = hourDate('2026-11-19');
const tuesday = hourDate('2026-11-24');
const itIs = (instant: string) => {
  here.room.clock.now = () => new Date(instant);
};
beforeEach(() => itIs('2026-11-18T12:00:00Z'));

const team = (place: Place) => place.ref().teamId;
const find = (place: Place, date = thursday) => here.room.useCases.hours.find(actor('Ana'), team(place), date);

async function haveHour(of: Parameters<typeof here.room.hourIn>[2] = {}): Promise<Place> {
  const place = await here.room.have('Design', people);
  await here.room.hourIn(place, 'Ana', of);
  return place;
}

/** As the bot says it at its time. */
async function said(place: Place, kind: SayingKind, date = thursday) {
  const { hour, topics, away, status, visit } = await find(place, date);
  const saying: Saying = {
    kind,
    hour,
    topics,
    away,
    status,
    pairs: [],
    promises: [],
    decisions: [],
    actions: [],
    meetingLink: null,
    replaces: 'Weekly status',
    nextHour: null,
  };
  await here.room.connection.hourMessenger.say(visit.record, saying, null);
  return here.room.connector.posts.at(-1);
}

describe('status in two lines', () => {
  const send = (post: Parameters<typeof button>[0], place: Place, as: string, line: unknown, locale = 'en-GB') => {
    const { verb, data } = button(post, 'Say it');
    return place.as(as, { locale }).presses({ verb: verb!, data: { ...(data as object), line } });
  };

  test('what somebody says stands in the card, in the place of what they said before', async () => {
    const design = await haveHour();
    const post = await said(design, 'status');
    expect(textsIn(shown(post))).toEqual([
      'Status in two lines',
      '“Weekly status” is given up for our hour. What the others need to know of your work can be said here.',
    ]);

    await send(post, design, 'Ben', 'Shipped the map\nWaiting for <at>Ana</at>');
    itIs('2026-11-18T12:01:00Z');
    await send(post, design, 'Cem', '  **Nothing** new ');
    itIs('2026-11-18T12:02:00Z');
    const answer = await send(post, design, 'Ben', 'Shipped the map');

    expect(textsIn(answer.body.value).slice(2)).toEqual(['Cem', '**Nothing** new', 'Ben', 'Shipped the map']);
    expect((await find(design)).status).toEqual([
      { by: aPerson('Cem'), text: '**Nothing** new', at: new Date('2026-11-18T12:01:00Z') },
      { by: aPerson('Ben'), text: 'Shipped the map', at: new Date('2026-11-18T12:02:00Z') },
    ]);
  });

  test('nothing, too much, a stranger, or an hour that is somewhere else: a sentence, and nothing is kept', async () => {
    const design = await haveHour();
    const post = await said(design, 'status');
    const sentence = async (as: string, line: unknown, locale?: string) =>
      (await send(post, design, as, line, locale)).body.value;

    expect(await sentence('Ben', ' \n ')).toBe('Write what the others should know.');
    expect(await sentence('Ben', undefined, 'de-DE')).toBe('Schreib, was die anderen wissen sollen.');
    expect(await sentence('Ben', 'x'.repeat(statusLimits.text + 1))).toMatch(/^That is longer than fits/);
    expect(await sentence('Zoe', 'Let me in')).toBe('This hour is not here any more, or not for you to see.');
    await here.room.useCases.hours.skip(actor('Ana'), team(design), thursday, 'Release', null);
    expect(await sentence('Ben', 'Late')).toMatch(/^This hour stays as it was/);
    expect((await find(design)).status).toEqual([]);
  });

  test('of many lines as many stand there as fit, and how many more there are', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `Person ${at}`);
    const design = await here.room.have('Design', ['Ana', ...many]);
    await here.room.hourIn(design, 'Ana');
    for (const name of many)
      await here.room.useCases.agenda.sayStatus(actor(name), team(design), thursday, '👨🏽‍👩🏽‍👧🏽‍👦🏽'.repeat(50));
    const lines = textsIn(shown(await said(design, 'status')));
    const left = Number(/^(\d+) more/.exec(lines.at(-1)!)?.[1]);
    expect((lines.length - 3) / 2 + left).toBe(40);
  });
});

describe('an hour that nobody opened', () => {
  test('is begun from the card', async () => {
    const design = await haveHour();
    itIs('2026-11-19T09:15:00Z');
    const post = await said(design, 'nudge');
    await design.as('Ben').presses(button(post, 'Begin it now'));
    expect((await find(design)).hour.status).toBe('open');
  });

  test('is moved within its week, with its agenda', async () => {
    const design = await haveHour({ weekday: 2, time: '10:00' });
    await here.room.useCases.agenda.topic(
      actor('Cem'),
      team(design),
      tuesday,
      topicId(randomUUID()),
      { text: 'Saying no', kind: 'talk', messageLink: null },
      null,
    );
    itIs('2026-11-24T09:15:00Z');
    const post = await said(design, 'nudge', tuesday);
    const ben = design.as('Ben');
    const form = await ben.opensDialog(button(post, 'Move it').data as object);
    expect(fieldsIn(form)['day']!.choices!.map(({ title }) => title)).toEqual([
      'Tuesday, November 24',
      'Wednesday, November 25',
      'Thursday, November 26',
      'Friday, November 27',
      'Saturday, November 28',
      'Sunday, November 29',
    ]);
    expect(textsIn(cardIn(form)).at(-1)).toBe('The 3 members of Design see this.');

    const typed = { day: '2026-11-26', time: '15:30', reason: 'Half of us travel' };
    const done = 'Moved to Thursday, November 26, 15:30. What was on the agenda comes along.';
    expect(sentenceIn(await ben.sendsDialog(form, typed))).toBe(done);
    expect(sentenceIn(await ben.sendsDialog(form, typed))).toBe(done);
    const { hour, topics } = await find(design, hourDate('2026-11-26'));
    expect(hour).toMatchObject({ startsAt: new Date('2026-11-26T14:30:00Z'), reason: 'Half of us travel' });
    expect(topics.map(({ text }) => text)).toEqual(['Saying no']);
  });

  test('is skipped with a reason, once', async () => {
    const design = await haveHour();
    itIs('2026-11-19T09:15:00Z');
    const post = await said(design, 'nudge');
    const ana = design.as('Ana');
    const form = await ana.opensDialog(button(post, 'Skip it').data as object);
    expect(textsIn(cardIn(await ana.sendsDialog(form, { reason: '  ' })))[0]).toBe('Say why in a line.');
    expect(sentenceIn(await ana.sendsDialog(form, { reason: 'Release week' }))).toMatch(/^Skipped, this once/);
    expect((await find(design)).hour).toMatchObject({ status: 'skipped', reason: 'Release week' });

    // The post may stand there for long.
    expect(sentenceIn(await ana.opensDialog(button(post, 'Move it').data as object))).toBe(
      'This hour is over, moved or skipped.',
    );
    expect(sentenceIn(await design.as('Zoe').opensDialog(button(post, 'Skip it').data as object))).toBe(
      'This hour is not here any more, or not for you to see.',
    );
  });

  test('what cannot be is said in the form, and everything typed is still there', async () => {
    const design = await haveHour();
    itIs('2026-11-19T09:15:00Z');
    const post = await said(design, 'nudge');
    const ana = design.as('Ana');
    const form = await ana.opensDialog(button(post, 'Move it').data as object);
    const typed = { day: '2026-11-19', time: '09:00', reason: 'Too "early" 🌱' };
    const again = await ana.sendsDialog(form, typed);
    expect(textsIn(cardIn(again))[0]).toBe('That time is over already. Choose a later one.');
    expect(Object.fromEntries(Object.values(fieldsIn(again)).map(({ id, value }) => [id, value]))).toEqual(typed);
    for (const wrong of [{ time: '' }, { time: '25:00' }, { day: 'someday' }])
      expect(textsIn(cardIn(await ana.sendsDialog(form, { ...typed, ...wrong })))[0]).toBe('Choose a day and a time.');
    expect(textsIn(cardIn(await ana.sendsDialog(form, { ...typed, day: '2026-11-27' })))[0]).toMatch(
      /^An hour stays in its week/,
    );
    expect((await find(design)).hour.status).toBe('planned');
  });
});
