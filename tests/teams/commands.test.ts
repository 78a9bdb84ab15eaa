import { idOf } from '../support/builders.ts';
import type { CardAction } from '../support/fakeConnector.ts';
import { cardIn, fieldsIn, filled, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const review = 'Thank you for the honest review';

const answer = () => here.room.connector.posts.at(-1);
const dataOf = (action: CardAction) => action.data as { to: string[]; text: string; msteams: object };

describe('kudos', () => {
  test('with a name and a reason opens the form with both, and whoever sends it gives it', async () => {
    const design = await here.room.have('Design', people);
    await design.as('Ana', { thread: '17' }).says('kudos @Ben for the calm handover', ['Ben']);
    expect(answer()!.conversationId).toBe(`${design.id};messageid=17`);
    expect(textsIn(shown(answer()))[0]).toBe('A thank-you for Ben');

    const open = dataOf(button(answer(), 'Open the form'));
    expect(open).toMatchObject({ to: [idOf('Ben')], text: 'the calm handover', msteams: { type: 'task/fetch' } });
    const form = await design.as('Cem').opensDialog(open);
    expect(fieldsIn(form)).toMatchObject({ to: { value: idOf('Ben') }, text: { value: 'the calm handover' } });

    const said = await design.as('Cem').sendsDialog(form, { text: review });
    expect(sentenceIn(said)).toBe('Ben will find it here, and on the wall of Design.');
    await here.room.settled();
    expect(textsIn(shown(answer()))).toEqual(['Cem thanks Ben', review]);
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(1);
  });

  test.each([
    ['KUDOS @Ben for the review', 'the review'],
    ['Kudos: @Ben for the review', 'the review'],
    ['kudos   @Ben', ''],
    ['kudos @Ben, @Cem & thanks', 'thanks'],
    ['kudos @Ben and @Cem for forty forms', 'forty forms'],
    ['kudos for helping @Ben and @Cem', 'helping Ben and Cem'],
    ['danke @Ben für die Übergabe', 'die Übergabe'],
    ['kudos @Ben for <b>this</b> & [that](http://x)', '<b>this</b> & [that](http://x)'],
  ])('is understood in any case and language: %s', async (text, reason) => {
    const design = await here.room.have('Design', people);
    await design.as('Ana').says(
      text,
      ['Ben', 'Cem'].filter((name) => text.includes(`@${name}`)),
    );
    expect(dataOf(button(answer(), 'Open the form'))).toMatchObject({
      to: ['Ben', 'Cem'].filter((name) => text.includes(`@${name}`)).map(idOf),
      text: reason,
    });
  });

  test('leaves out everybody who is not in the team, whatever the mention says', async () => {
    const design = await here.room.have('Design', people);
    const base = { type: 'message', from: { id: '29:x', name: 'Ana', aadObjectId: idOf('Ana') } };
    await design.event({
      ...base,
      text: '<at>PH</at> kudos <at>a</at> <at>b</at> <at>c</at> <at>d</at> for all of this',
      entities: [
        {
          type: 'mention',
          mentioned: { id: '28:22222222-2222-4222-8222-222222222222', name: 'PH' },
          text: '<at>PH</at>',
        },
        { type: 'mention', mentioned: { id: '29:stranger', name: 'Stranger' }, text: '<at>a</at>' },
        { type: 'mention', mentioned: { id: '29:y', name: 'Ben', aadObjectId: idOf('Zoe') }, text: '<at>b</at>' },
        { type: 'mention', mentioned: { id: 'ben@contoso.test', name: 'Ben' }, text: '<at>c</at>' },
        { type: 'mention', mentioned: { id: '19:everyone', name: 'Everyone' }, text: '<at>d</at>' },
      ],
    });
    expect(dataOf(button(answer(), 'Open the form'))).toMatchObject({ to: [], text: 'all of this' });
    expect(textsIn(shown(answer()))).toContain('I left out who is not in this team.');
  });

  test('without more asks for the rest, in a chat with the bot too', async () => {
    await here.room.have('Design', people);
    await here.room.settled();
    const chat = here.room.teams.chatWithBot('Ana');
    await chat.as('Ana').says('kudos');
    expect(textsIn(shown(answer()))[0]).toBe('Whom do you want to thank?');

    const form = await chat.as('Ana').opensDialog(dataOf(button(answer(), 'Open the form')));
    const said = await chat.as('Ana').sendsDialog(form, { to: [idOf('Ben')], text: review });
    await here.room.settled();
    expect(sentenceIn(said)).toBe('Your thank-you is on the wall of Design, and I post it in its conversation.');
    expect(textsIn(shown(answer()))).toEqual(['Ana thanks Ben', review]);
  });

  test('asked for in a chat with the bot by somebody in many teams, the reason survives the choice of a team', async () => {
    await here.room.have('Design', people);
    const research = await here.room.have('Research', people);
    await here.room.settled();
    const chat = here.room.teams.chatWithBot('Ana');
    await chat.as('Ana').says('kudos for the honest review');
    const which = await chat.as('Ana').opensDialog(dataOf(button(answer(), 'Open the form')));
    const form = await chat.as('Ana').sendsDialog(which, { team: research.id });
    expect(fieldsIn(form).text!.value).toBe('the honest review');
    expect(textsIn(cardIn(form)).at(-1)).toMatch(/of Research see this/);
  });
});

describe('everything else gets a useful answer', () => {
  test.each([
    ['help', 'What I can do for you'],
    ['HELP!', 'What I can do for you'],
    ['Hilfe', 'What I can do for you'],
    ['?', 'What I can do for you'],
    // As the bot itself writes it, in bold, and as pasted.
    ['“help”', 'What I can do for you'],
    ['„Hilfe“.', 'What I can do for you'],
    ['**Help**', 'What I can do for you'],
    ['&nbsp;help&nbsp;', 'What I can do for you'],
    ['“?”', 'What I can do for you'],
    ['hi', 'Hello Ana'],
    ['Hello there', 'Hello Ana'],
    ['مرحبا', 'Hello Ana'],
    ['what is the weather', 'I did not understand that'],
    ['', 'I did not understand that'],
    ['“”', 'I did not understand that'],
    ['constructor', 'I did not understand that'],
    ['\u0000\u202e', 'I did not understand that'],
    ['x'.repeat(20_000), 'I did not understand that'],
  ])('%s', async (text, title) => {
    const design = await here.room.have('Design', people);
    await design.as('Ana').says(text);
    expect(textsIn(shown(answer()))[0]).toBe(title);
    const ways = ['Our hour', 'My goals', 'My action items', 'Give kudos'];
    if (!title.startsWith('I did')) ways.push('See the wall');
    expect(shown(answer()).actions!.map((action) => action.title)).toEqual(ways);
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('with all that can be done here, and how', async () => {
    const design = await here.room.have('Design', people);
    await design.as('Ana').says('help');
    const said = textsIn(shown(answer())).join(' ');
    for (const word of [
      'kudos @Name',
      'Find kudos',
      'Who can help?',
      '“goals”',
      '“hour”',
      'Raise in our hour',
      '“actions”',
    ])
      expect(said).toContain(word);
  });

  test('in the language that somebody reads', async () => {
    const chat = here.room.teams.chatWithBot('Ana');
    await chat.as('Ana', { locale: 'ar-SA' }).says('help');
    expect(shown(answer())).toMatchObject({ rtl: true });
    expect(textsIn(shown(answer()))[0]).toBe('ما أستطيع أن أفعله لك');
  });

  test('once, also when Teams says it ten times', async () => {
    const design = await here.room.have('Design', people);
    await Promise.all(Array.from({ length: 10 }, () => design.as('Ana', { id: 'the same' }).says('help')));
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('a sentence while what is needed for it is away', async () => {
    const design = await here.room.have('Design', people);
    await design.comes('Dee');
    here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);
    await design.as('Ana').says('kudos @Ben for the review', ['Ben']);
    expect(answer()!.activity!.text).toMatch(/^I cannot reach what I need right now/);
  });

  test('nothing happens but a line in the log when it cannot be said', async () => {
    const design = await here.room.have('Design', people);
    here.room.connector.next({ method: 'POST' }, { status: 502 });
    expect(await design.as('Ana').says('help')).toEqual({ status: 200 });
    expect(here.room.connector.posts).toEqual([]);
    expect(here.room.logged.map(({ level }) => level)).toEqual(['warn']);
  });

  test('other kinds of activities are simply heard', async () => {
    const design = await here.room.have('Design', people);
    for (const type of ['messageReaction', 'typing', 'messageUpdate', 'event', 'endOfConversation', 'x', '__proto__'])
      expect(await design.event({ type })).toEqual({ status: 200 });
    expect(here.room.connector.posts).toEqual([]);
  });
});

test('what a button carries is input like any other', async () => {
  const design = await here.room.have('Design', people);
  for (const data of [
    {},
    { to: 5 },
    { to: ['x'], text: {} },
    { to: [idOf('Zoe')], text: 'x'.repeat(9000), author: 1, link: [] },
  ]) {
    const form = await design.as('Ana').opensDialog(data);
    expect(fieldsIn(form).to!.value).toBe('');
  }
  const form = await design.as('Ana').opensDialog({});
  expect(filled(form, {})).toMatchObject({ step: 'give', team: design.id, link: null });
});
