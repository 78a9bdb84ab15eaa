import { randomUUID } from 'node:crypto';
import { actionItemId, entryId } from '../../bot/domain/ids.ts';
import { noWishes, type ReminderKind } from '../../bot/domain/reminderWishes.ts';
import { idOf } from '../support/builders.ts';
import type { Card, CardAction } from '../support/fakeConnector.ts';
import { type Answer, aTeamsMember, type Place } from '../support/teamsWorld.ts';
import { buttonsIn, partsOf } from '../support/teamsWorldCardParts.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { expectGoodCard } from '../support/teamsWorldCardRules.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
let design: Place;
const team = () => design.ref().teamId;
beforeEach(async () => {
  design = await here.room.have('Design', ['Ana', 'Ben', 'Cem']);
  time('16T07:00');
});

/** Of November 2026, in UTC; the 16th is a Monday. */
const time = (text: string) => void (here.room.clock.now = () => new Date(`2026-11-${text}:00Z`));
async function wants(name: string, on: readonly ReminderKind[]) {
  const { reminderWishes } = here.room.useCases;
  const { thing, version } = await reminderWishes.find(actor(name), team());
  await reminderWishes.save(actor(name), team(), { ...thing, on, quiet: null }, version);
}
async function anItem(owner: string, text: string, promisedTo: string | null = null) {
  const id = actionItemId(randomUUID());
  const words = { text, owner: idOf(owner), dueOn: '2026-11-17', hour: null };
  const to = promisedTo === null ? null : idOf(promisedTo);
  await here.room.useCases.actions.save(actor('Cem'), team(), id, { ...words, promisedTo: to }, null);
  return id;
}
const tick = (name: string) => here.room.useCases.personal.attend(design.ref(), idOf(name));
const posts = () => here.room.connector.posts;
const chatOf = (name: string) => here.room.teams.chatWithBot(name);
const pressable = (card: Card, title: string) =>
  buttonsIn(card).find((each) => each.title === title) as CardAction & { verb: string };
const cardAfter = (answer: Answer): Card => {
  expect(answer.body.type).toBe('application/vnd.microsoft.card.adaptive');
  expectGoodCard(answer.body.value);
  return answer.body.value as Card;
};

describe('a message to one person', () => {
  test('comes in their own chat, twice woken once, with a button for each thing that is theirs to close', async () => {
    await anItem('Ana', 'Draw the map');
    await anItem('Ana', 'Call the printer', 'Ben');
    await anItem('Ben', 'Send the plan', 'Ana');
    await wants('Ana', ['actionDue', 'promiseDue']);
    time('17T09:00');
    await Promise.all([tick('Ana'), tick('Ana')]);
    await tick('Ben');

    expect(posts().map(({ conversationId }) => conversationId)).toEqual([chatOf('Ana').id]);
    expect(posts()[0]!.activity!.summary).toBe('For you, from Design');
    const texts = textsIn(shown(posts()[0]));
    expect(texts).toEqual(
      expect.arrayContaining(['Due by you', 'Draw the map', 'Promised to you', 'Send the plan', 'Only you see this.']),
    );
    expect(texts).toContain('by Nov 17, 2026 · promised to Ben, who closes it');
    expect(buttonsIn(shown(posts()[0])).map(({ title }) => title)).toEqual([
      'Done',
      'Kept',
      'Quiet for a week',
      'Choose what I hear',
      'Open People Hour',
    ]);
  });

  test('"Done" and "Kept" do it, once, and the message shows it', async () => {
    const [mine, promised] = [await anItem('Ana', 'Draw the map'), await anItem('Ben', 'Send the plan', 'Ana')];
    await wants('Ana', ['actionDue', 'promiseDue']);
    time('17T09:00');
    await tick('Ana');
    const ana = chatOf('Ana').as('Ana');
    const card = shown(posts()[0]);

    await ana.presses(pressable(card, 'Done'));
    cardAfter(await ana.presses(pressable(card, 'Done')));
    const after = cardAfter(await ana.presses(pressable(card, 'Kept')));

    expect(textsIn(after).filter((text) => text === 'That is taken care of.')).toHaveLength(2);
    expect(buttonsIn(after).map(({ title }) => title)).toEqual([
      'Quiet for a week',
      'Choose what I hear',
      'Open People Hour',
    ]);
    const { items } = await here.room.useCases.actions.list(actor('Ana'), team(), { status: 'closed' }, null, 10);
    expect(new Map(items.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [mine, 'done'],
        [promised, 'kept'],
      ]),
    );
    expect(posts()).toHaveLength(1);
  });

  test('a check-in is answered right in it; pressed twice it is one, and without how sure it feels nothing is lost', async () => {
    const goal = await here.room.goalOf(design, 'Ana', { title: 'Lead a review' });
    await wants('Ana', ['goalCheckIn']);
    time('20T15:00');
    await tick('Ana');
    const send = pressable(shown(posts()[0]), 'Check in');
    const ana = chatOf('Ana').as('Ana');
    const typed = { ...(send.data as object), learned: 'A question helps' };

    const missing = await ana.presses({ ...send, data: typed });
    expect(missing.body.type).toBe('application/vnd.microsoft.activity.message');
    const answers = await Promise.all([1, 2].map(() => ana.presses({ ...send, data: { ...typed, confidence: '4' } })));

    for (const answer of answers)
      expect(textsIn(cardAfter(answer))).toContain('Checked in. What you learned stands with your goal.');
    const { goal: now } = await here.room.useCases.goals.find(actor('Ana'), team(), goal);
    expect(now.checkIns.map(({ learned, confidence }) => [learned, confidence])).toEqual([['A question helps', 4]]);
  });

  test('a week of quiet and "No more of these" hold from the next message on', async () => {
    await anItem('Ana', 'Draw the map');
    await wants('Ana', ['actionDue', 'ifThen']);
    time('17T09:00');
    await tick('Ana');
    const ana = chatOf('Ana').as('Ana');
    const card = shown(posts()[0]);

    const quiet = cardAfter(await ana.presses(pressable(card, 'Quiet for a week')));
    expect(textsIn(quiet)).toContain('Quiet until Nov 24, 2026.');
    const stopped = cardAfter(await ana.presses(pressable(card, 'No more of these')));
    expect(textsIn(stopped)).toContain('Switched off: Due by you.');

    const { thing } = await here.room.useCases.reminderWishes.find(actor('Ana'), team());
    expect([Object.keys(thing.since), thing.snoozedUntil]).toEqual([['ifThen'], '2026-11-24']);
  });

  test('one kind is left out for a week from the message, or from what there is to choose; the others go on', async () => {
    await anItem('Ana', 'Draw the map');
    await wants('Ana', ['actionDue', 'ifThen']);
    time('17T09:00');
    await tick('Ana');
    const ana = chatOf('Ana').as('Ana');
    const press = pressable(shown(posts()[0]), 'None of these for a week');

    await ana.presses(press);
    const after = cardAfter(await ana.presses(press));
    expect(textsIn(after)).toContain('Due by you: nothing until Nov 24, 2026.');
    expect(buttonsIn(after).map(({ title }) => title)).toEqual([
      'Done',
      'Quiet for a week',
      'No more of these',
      'Open People Hour',
    ]);

    await ana.says('remind me');
    const form = shown(posts().at(-1));
    const waiting = partsOf(form.body).find(({ id }) => id === 'waiting') as { choices: object[]; value: string };
    expect(waiting).toMatchObject({
      choices: [
        { title: 'an action item of mine is due (not until Nov 24, 2026)' },
        { title: 'it is time for my if-then' },
      ],
      value: 'actionDue',
    });
    time('18T09:00');
    const save = pressable(form, 'Save');
    const fields = { kinds: 'actionDue,ifThen', waiting: 'actionDue,ifThen,everything' };
    const kept = cardAfter(await ana.presses({ ...save, data: { ...(save.data as object), ...fields } }));

    expect(textsIn(kept)).toContain('it is time for my if-then: Monday, 09:00 (not until Nov 25, 2026)');
    const { thing } = await here.room.useCases.reminderWishes.find(actor('Ana'), team());
    expect(thing).toMatchObject({ snoozed: { actionDue: '2026-11-24', ifThen: '2026-11-25' }, snoozedUntil: null });
  });

  test('what there is to be done comes before a week of quiet, where not all buttons fit', async () => {
    for (const text of ['Draw the map', 'Call the printer', 'Send the plan', 'Book a room']) await anItem('Ana', text);
    await wants('Ana', ['actionDue', 'ifThen']);
    time('17T09:00');
    await tick('Ana');

    const card = shown(posts()[0]);
    expectGoodCard(card);
    expect(buttonsIn(card).map(({ title }) => title)).toEqual([
      ...['Done', 'Done', 'Done'],
      ...['None of these for a week', 'No more of these', 'Open People Hour'],
    ]);
  });

  test('help that is offered is told with who offered it, and a topic can be added from its question', async () => {
    const goal = await here.room.goalOf(design, 'Ana', { ask: 'Somebody to listen', askToTeam: true });
    await here.room.hourIn(design, 'Ana', { timeZone: 'UTC' });
    await wants('Ana', ['helpOffered', 'topicAsked']);
    time('18T09:00');
    await here.room.useCases.support.offer(actor('Ben'), team(), goal, true);
    time('18T10:00');
    await tick('Ana');

    const card = shown(posts().at(-1));
    expect(textsIn(card)).toContain('Ben can help with this: Somebody to listen');
    const form = await chatOf('Ana')
      .as('Ana')
      .opensDialog(pressable(card, 'Add a topic').data as object);
    await chatOf('Ana').as('Ana').sendsDialog(form, { text: 'How we say no' });
    const choose = cardAfter(await chatOf('Ana').as('Ana').presses(pressable(card, 'Choose what I hear')));
    expect(textsIn(choose)[0]).toBe('What I tell you alone, Design');
    expect((await here.room.storage.topics.open(design.ref())).map(({ text }) => text)).toEqual(['How we say no']);
  });

  test('who has nothing to do with it presses in vain, and so does who changed what a button carries', async () => {
    const mine = await anItem('Ana', 'Draw the map');
    const goal = await here.room.goalOf(design, 'Ana', { title: 'Secret' });
    await wants('Ana', ['actionDue']);
    time('17T09:00');
    await tick('Ana');
    const done = pressable(shown(posts()[0]), 'Done');
    const data = done.data as object;
    const said = async (name: string, action: object) => {
      const { body } = await chatOf(name).as(name).presses(action);
      expect(body.type).toBe('application/vnd.microsoft.activity.message');
      return body.value as string;
    };
    const gone = 'This is not here any more, or not for you to see.';

    expect(await said('Ben', done)).toBe(gone);
    expect(await said('Zoe', done)).toBe(gone);
    expect(await said('Ana', { ...done, data: { ...data, date: '2026-11-18' } })).toBe(gone);
    expect(await said('Ana', { ...done, data: { ...data, id: randomUUID() } })).toBe(gone);
    expect(await said('Ana', { ...done, data: { ...data, id: '😀'.repeat(16_000) } })).toMatch(/form|again/i);
    expect(
      await said('Ben', {
        verb: 'personal.checkIn',
        data: { ...data, id: goal, entry: entryId(randomUUID()), confidence: '3' },
      }),
    ).toBe(gone);
    expect((await here.room.storage.actions.find(design.ref(), mine)) as object).toMatchObject({
      thing: { status: 'open' },
    });
  });

  test('who blocked the bot is noticed, left alone, and told again after they spoke to it', async () => {
    await anItem('Ana', 'Draw the map');
    await wants('Ana', ['actionDue']);
    const chat = chatOf('Ana');
    here.room.connector.conversation(chat.id).members = [aTeamsMember('Ana', { blocksBot: true } as object)];
    time('17T09:00');

    expect(await tick('Ana')).toBeNull();
    expect(await tick('Ana')).toBeNull();
    expect(posts()).toEqual([]);
    here.room.connector.conversation(chat.id).members = [aTeamsMember('Ana')];
    time('17T12:00');
    await chat.as('Ana').says('hello');
    here.room.connector.forgetPosts();
    time('18T09:00');
    await tick('Ana');

    expect(textsIn(shown(posts()[0]))).toContain('Draw the map');
  });

  test.each([
    [{ status: 502, accepted: true }, 1, 'unknown'],
    [{ status: 500, accepted: false }, 0, 'unknown'],
    [{ status: 400, accepted: false }, 0, 'failed'],
  ])('an answer of %j leaves %i message, and it is not said again that day', async (failure, count, state) => {
    await anItem('Ana', 'Draw the map');
    await wants('Ana', ['actionDue']);
    time('17T09:00');
    here.room.connector.next({ method: 'POST', path: /activities/ }, failure);
    await tick('Ana');
    await tick('Ana');

    expect(posts()).toHaveLength(count);
    const [said] = await here.room.storage.reminders.newest(design.ref(), idOf('Ana'), 1);
    expect(said!.thing.state).toBe(state);
  });
});

describe('the words', () => {
  test('"remind me" shows what there is to choose, and what was chosen there holds', async () => {
    const chat = chatOf('Ana');
    await chat.as('Ana').says('Remind me');
    const card = shown(posts().at(-1));
    const save = pressable(card, 'Save');
    const fields = {
      kinds: 'ifThen,helpOffered,everything',
      ifThenDay: '3',
      ifThenTime: '14:30',
      checkInDay: '9',
      checkInTime: 'noon',
    };

    const kept = cardAfter(await chat.as('Ana').presses({ ...save, data: { ...(save.data as object), ...fields } }));

    expect(textsIn(kept).slice(0, 4)).toEqual([
      'Saved for Design',
      'Tell me when',
      'it is time for my if-then: Wednesday, 14:30',
      'somebody can help with my ask',
    ]);
    const { thing } = await here.room.useCases.reminderWishes.find(actor('Ana'), team());
    expect(thing).toMatchObject({ ifThenAt: { weekday: 3, time: '14:30' }, checkInAt: noWishes.checkInAt });
    // An old card says what holds now, and changes nothing.
    const old = cardAfter(await chat.as('Ana').presses({ ...save, data: { ...(save.data as object), kinds: '' } }));
    expect(textsIn(old)[0]).toBe('You changed this elsewhere meanwhile. This is how it stands now.');
    expect(Object.keys((await here.room.useCases.reminderWishes.find(actor('Ana'), team())).thing.since)).toHaveLength(
      2,
    );
  });

  test('who is in several teams chooses for each', async () => {
    await here.room.have('Research', ['Ana', 'Zoe']);
    await wants('Ana', ['actionDue']);
    await chatOf('Ana').as('Ana').says('remind me');

    expect(textsIn(shown(posts().at(-1)))).toEqual([
      'What I tell you alone',
      'Design',
      'an action item of mine is due',
      'Research',
      'Nothing is switched on.',
      'Only you see this.',
    ]);
  });

  test.each([
    ['Stop', 'en-GB', 'All of it is off.'],
    ['stopp!', 'de-DE', 'Alles ist aus.'],
    ['توقف', 'ar-SA', 'كل شيء متوقف.'],
  ])('"%s" ends all of it, in every team', async (word, locale, sentence) => {
    const research = await here.room.have('Research', ['Ana', 'Zoe']);
    await wants('Ana', ['actionDue', 'ifThen']);
    const { reminderWishes } = here.room.useCases;
    await reminderWishes.save(actor('Ana'), research.ref().teamId, { ...noWishes, on: ['ifThen'] }, 'none');

    await chatOf('Ana').as('Ana', { locale }).says(word);

    expect(posts().at(-1)!.activity!.text).toContain(sentence);
    for (const id of [team(), research.ref().teamId]) {
      expect((await reminderWishes.find(actor('Ana'), id)).thing.since).toEqual({});
    }
  });

  test.each(['remind me', 'stop'])('in a channel "%s" only points to the chat', async (word) => {
    await wants('Ana', ['actionDue']);
    await design.as('Ana').says(word);

    expect(posts().at(-1)!.activity!.text).toBe('That is between the two of us. Write it in a chat with me.');
    expect((await here.room.useCases.reminderWishes.find(actor('Ana'), team())).thing.since).not.toEqual({});
  });

  test('who is in no team is told so', async () => {
    await chatOf('Zoe').as('Zoe').says('remind me');
    expect(posts().at(-1)!.activity!.text).toMatch(/^Reminders belong to a team/);
  });
});
