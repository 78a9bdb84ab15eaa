import { randomUUID } from 'node:crypto';
import type { GoalId } from '../../bot/domain/ids.ts';
import { idOf } from '../support/builders.ts';
import { aStep, stepIdOf } from '../support/buildersOfGoals.ts';
import { cardIn, fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { type Answer, createTeams, type Place } from '../support/teamsWorld.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const steps = [aStep('Watch a review', true), aStep('Lead one'), aStep('Ask how it was')];
const notThere = 'This goal is not here any more, or not for you to see.';

const answer = () => here.room.connector.posts.at(-1);
const team = (place: Place) => place.ref().teamId;
const goalOf = async (place: Place, owner: string, id: GoalId) =>
  (await here.room.useCases.goals.find(actor(owner), team(place), id)).goal;
const press = (data: unknown) => data as { open?: string; step?: string; team: string; goal: string };

/** The form for a check-in, by the button that stands beside the goal. */
async function opensCheckIn(owner: string): Promise<Answer> {
  const chat = here.room.teams.chatWithBot(owner);
  await chat.as(owner).says('goals');
  return chat.as(owner).opensDialog(press(buttonsIn(shown(answer()))[0]!.data));
}

describe('in the chat with the bot', () => {
  test('my open goals stand there with what is done and what comes next, and nobody else’s', async () => {
    const design = await here.room.have('Design', people);
    await here.room.goalOf(design, 'Ana', { title: 'Lead a review', steps, dueOn: '2026-12-18' });
    await here.room.goalOf(design, 'Ben', { title: 'Of Ben', audience: 'team' });
    const closed = await here.room.goalOf(design, 'Ana', { title: 'Done long ago' });
    const nothing = { learned: '', helpedBy: [] };
    await here.room.useCases.goals.close(actor('Ana'), team(design), closed, 'reached', nothing, null);

    await here.room.teams.chatWithBot('Ana').as('Ana').says('Goals');

    expect(textsIn(shown(answer()))).toEqual([
      'Your open goals',
      'Lead a review',
      '1 of 3 steps done · by Dec 18, 2026',
      'Next: Lead one',
      'Only you see this.',
    ]);
    expect(buttonsIn(shown(answer())).map(({ title }) => title)).toEqual(['Check in', 'Open my goals']);
    expect(answer()!.conversationId).toBe(here.room.teams.chatWithBot('Ana').id);
  });

  test('those of several teams say whose they are, and five have a button', async () => {
    const [design, research] = [await here.room.have('Design', people), await here.room.have('Research', people)];
    for (const number of [1, 2, 3]) await here.room.goalOf(design, 'Ana', { title: `Design ${number}` });
    for (const number of [1, 2, 3]) await here.room.goalOf(research, 'Ana', { title: `Research ${number}` });

    await here.room.teams.chatWithBot('Ana').as('Ana').says('goals');

    const said = textsIn(shown(answer()));
    expect(said.slice(1, 3)).toEqual(['Design 3', 'Design']);
    expect(said.slice(-2)).toEqual(['The others are in the tab.', 'Only you see this.']);
    expect(buttonsIn(shown(answer())).map(({ title }) => title)).toEqual([
      ...Array.from({ length: 5 }, () => 'Check in'),
      'Open my goals',
    ]);
  });

  test.each([
    ['ziele', 'de-DE', 'Du hast hier noch kein offenes Ziel.'],
    ['أهدافي', 'ar-SA', 'ليس لديك هدف مفتوح هنا بعد.'],
    ['GOALS', 'en-GB', 'You have no open goal here yet.'],
  ])('without a goal there is the way to begin one: %s', async (text, locale, sentence) => {
    const design = await here.room.have('Design', people);
    await here.room.teams.chatWithBot('Ana').as('Ana', { locale }).says(text);
    expect(textsIn(shown(answer()))[0]).toContain(sentence);
    expect(buttonsIn(shown(answer()))[0]!.url).toContain(encodeURIComponent(`${design.id}/goals`));
  });

  test('without a team it says what to do', async () => {
    await here.room.teams.chatWithBot('Zoe').as('Zoe').says('goals');
    expect(answer()!.activity!.text).toMatch(/^Goals belong to a team, and I do not know you in one yet/);
  });

  test('said twice by Teams, answered once', async () => {
    await here.room.have('Design', people);
    const chat = here.room.teams.chatWithBot('Ana');
    await Promise.all([1, 2, 3].map(() => chat.as('Ana', { id: 'the same' }).says('goals')));
    expect(here.room.connector.posts).toHaveLength(1);
  });
});

describe('where others read along', () => {
  test('nothing of a goal is said, and who presses the button sees their own', async () => {
    const design = await here.room.have('Design', people);
    await here.room.goalOf(design, 'Ana', { title: 'Secret of Ana', steps });
    await here.room.goalOf(design, 'Ben', { title: 'Secret of Ben' });

    await design.as('Ana').says('goals');
    expect(JSON.stringify(here.room.connector.posts)).not.toContain('Secret');
    const [button] = buttonsIn(shown(answer()));

    const [ana, ben] = [design.as('Ana'), design.as('Ben')];
    expect(textsIn(cardIn(await ana.opensDialog(press(button!.data))))).toContain('Secret of Ana');
    const bens = cardIn(await ben.opensDialog(press(button!.data)));
    expect(textsIn(bens)).toEqual(['Secret of Ben', 'Only you see this.']);

    const form = await ben.sendsDialog(await ben.opensDialog(press(button!.data)), press(buttonsIn(bens)[0]!.data));
    expect(form.body.task.value.title).toBe('Check in');
    const said = sentenceIn(await ben.sendsDialog(form, { confidence: '2' }));
    expect(said).toBe('Checked in. What you learned stands with your goal.');
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('in a group chat that is no team of mine, the dialog looks through my teams', async () => {
    const design = await here.room.have('Design', people);
    await here.room.goalOf(design, 'Ana', { title: 'Lead a review' });
    const chat = here.room.teams.groupChat('Elsewhere', ['Zoe']);
    const dialog = await chat.as('Ana').opensDialog({ open: 'goals' });
    expect(textsIn(cardIn(dialog))[0]).toBe('Lead a review');
    expect(sentenceIn(await chat.as('Zoe').opensDialog({ open: 'goals' }))).toMatch(/^Goals belong to a team/);
  });
});

describe('checking in', () => {
  test('keeps what was learned, how sure it feels and the steps, once, however often it is sent', async () => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { title: 'Lead a review', steps });
    const form = await opensCheckIn('Ana');
    expect(textsIn(cardIn(form))).toEqual(['Lead a review', 'Only you see this.']);
    expect(fieldsIn(form).ticked!.choices!.map(({ title }) => title)).toEqual(['Lead one', 'Ask how it was']);

    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const typed = { learned: 'To wait for the others', confidence: '4', ticked: [stepIdOf('Lead one')] };
    const answers = await Promise.all([1, 2, 3].map(() => chat.sendsDialog(form, typed)));
    answers.push(await chat.sendsDialog(form, typed));

    expect(new Set(answers.map(sentenceIn))).toEqual(new Set(['Checked in: 2 of 3 steps are done.']));
    const goal = await goalOf(design, 'Ana', id);
    expect(goal.checkIns).toHaveLength(1);
    expect(goal.checkIns[0]).toMatchObject({ learned: 'To wait for the others', confidence: 4, progress: { done: 2 } });
    expect(here.room.connector.posts).toHaveLength(1);
  });

  test('the last step asks whether the goal is reached', async () => {
    const design = await here.room.have('Design', people);
    await here.room.goalOf(design, 'Ana', { steps: [aStep('Lead one')] });
    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const answered = await chat.sendsDialog(await opensCheckIn('Ana'), {
      confidence: '5',
      ticked: [stepIdOf('Lead one')],
    });
    expect(sentenceIn(answered)).toMatch(/^Checked in, and every step is done. If you have reached your goal/);
  });

  test.each([
    [{ audience: 'team' }, 'The 3 members of Design see this.'],
    [{ audience: 'supporters', supporters: [idOf('Ben'), idOf('Cem')] }, 'Only you, Ben, and Cem see this.'],
    [{ audience: 'supporters', supporters: [] }, 'Only you see this.'],
    [{ audience: 'me' }, 'Only you see this.'],
  ] as const)('who will see it stands in the form: %j', async (edit, line) => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', edit);
    const form = await opensCheckIn('Ana');
    expect(textsIn(cardIn(form)).at(-1)).toBe(line);
    if (line.includes('Ben')) {
      // A no is silent, here too.
      await here.room.useCases.support.answer(actor('Ben'), team(design), id, false);
      expect(textsIn(cardIn(await opensCheckIn('Ana'))).at(-1)).toBe(line);
    }
  });

  test.each([
    ['no confidence', { learned: 'Much', confidence: '' }, 'Choose how sure you feel, from 1 to 5.'],
    ['a confidence of six', { learned: 'Much', confidence: '6' }, 'Choose how sure you feel, from 1 to 5.'],
    ['too many words', { learned: 'word '.repeat(200), confidence: '3' }, 'That is longer than fits'],
    ['64 KB of emoji', { learned: '🎉'.repeat(16_000), confidence: '3' }, 'That is longer than fits'],
  ])('a mistake comes back as a sentence, with everything typed still there: %s', async (_, typed, sentence) => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { steps });
    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const form = await opensCheckIn('Ana');

    const again = await chat.sendsDialog(form, { ...typed, ticked: [stepIdOf('Ask how it was')] });

    expect(textsIn(cardIn(again))[0]).toContain(sentence);
    expect(fieldsIn(again).learned!.value).toBe(typed.learned.trim().slice(0, 2401).toWellFormed());
    expect(fieldsIn(again).ticked!.value).toBe(stepIdOf('Ask how it was'));
    const corrected = await chat.sendsDialog(again, { learned: 'Enough', confidence: '3' });
    expect(sentenceIn(corrected)).toBe('Checked in: 2 of 3 steps are done.');
    expect((await goalOf(design, 'Ana', id)).checkIns).toHaveLength(1);
  });

  test('a goal that was closed meanwhile says so, and the words are still there', async () => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { title: 'Lead a review' });
    const form = await opensCheckIn('Ana');
    const button = press(buttonsIn(shown(answer()))[0]!.data);
    const nothing = { learned: '', helpedBy: [] };
    await here.room.useCases.goals.close(actor('Ana'), team(design), id, 'dropped', nothing, null);

    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const again = await chat.sendsDialog(form, { learned: 'To let go', confidence: '3' });
    expect(textsIn(cardIn(again))[0]).toBe('This goal is closed. Reopen it to go on with it.');
    expect(fieldsIn(again).learned!.value).toBe('To let go');
    expect(sentenceIn(await chat.opensDialog(button))).toBe('This goal is closed. Reopen it to go on with it.');
  });

  test('a goal that was deleted meanwhile says so', async () => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { title: 'Lead a review' });
    const form = await opensCheckIn('Ana');
    const button = press(buttonsIn(shown(answer()))[0]!.data);
    await here.room.useCases.goals.remove(actor('Ana'), team(design), id, null);

    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    expect(sentenceIn(await chat.sendsDialog(form, { confidence: '3' }))).toBe(notThere);
    expect(sentenceIn(await chat.opensDialog(button))).toBe(notThere);
  });

  test('nothing typed is lost while Teams does not answer, and the same form checks in afterwards', async () => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { steps });
    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const form = await opensCheckIn('Ana');
    await design.comes('Eve');
    here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);

    const typed = { learned: 'To wait', confidence: '2', ticked: [stepIdOf('Lead one')] };
    const again = await chat.sendsDialog(form, typed);
    expect(textsIn(cardIn(again))).toEqual([
      'I cannot reach what I need right now. Nothing is lost. Please try again in a moment.',
      'The steps you ticked are kept.',
    ]);

    here.room.connector.recover();
    expect(sentenceIn(await chat.sendsDialog(again))).toBe('Checked in: 2 of 3 steps are done.');
    expect((await goalOf(design, 'Ana', id)).checkIns[0]).toMatchObject({ learned: 'To wait', confidence: 2 });
  });

  test('a step that was tidied away meanwhile does not stand in the way', async () => {
    const design = await here.room.have('Design', people);
    const id = await here.room.goalOf(design, 'Ana', { steps });
    const chat = here.room.teams.chatWithBot('Ana').as('Ana');
    const form = await opensCheckIn('Ana');
    const typed = { confidence: '2', ticked: ['not-an-id', randomUUID(), stepIdOf('Lead one')] };
    expect(sentenceIn(await chat.sendsDialog(form, typed))).toBe('Checked in: 2 of 3 steps are done.');
    expect((await goalOf(design, 'Ana', id)).steps).toHaveLength(3);
  });
});

describe('a card is input like any other', () => {
  test('another’s goal, another team’s and one that is not there cannot be checked in on', async () => {
    const design = await here.room.have('Design', [...people, 'Mallory']);
    const secret = await here.room.have('Secret', people);
    const hidden = await here.room.goalOf(design, 'Ana', { title: 'Hidden' });
    const open = await here.room.goalOf(design, 'Ana', { title: 'Open', audience: 'team' });
    const elsewhere = await here.room.goalOf(secret, 'Ana', { title: 'Elsewhere', audience: 'team' });
    const mallory = here.room.teams.chatWithBot('Mallory').as('Mallory');
    const tries = [
      { team: design.id, goal: hidden },
      { team: secret.id, goal: elsewhere },
      { team: design.id, goal: elsewhere },
      { team: '19:nowhere@thread.tacv2', goal: hidden },
      { team: design.id, goal: randomUUID() },
    ];
    for (const data of tries) {
      expect(sentenceIn(await mallory.opensDialog({ open: 'checkIn', ...data }))).toBe(notThere);
      const sent = { step: 'checkIn', ...data, entry: randomUUID(), learned: 'x', confidence: '1' };
      expect(sentenceIn(await mallory.invoke('task/submit', { data: sent }))).toBe(notThere);
      expect(sentenceIn(await mallory.sendsData(sent))).toBe(notThere);
    }
    const visible = await mallory.opensDialog({ open: 'checkIn', team: design.id, goal: open });
    expect(sentenceIn(visible)).toBe('Only the person whose goal it is can change it.');
    for (const [place, id] of [
      [design, hidden],
      [design, open],
      [secret, elsewhere],
    ] as const)
      expect((await goalOf(place, 'Ana', id)).checkIns).toEqual([]);
  });

  test('somebody who was removed from the team has no goals there any more', async () => {
    const design = await here.room.have('Design', people);
    await here.room.goalOf(design, 'Ben', { title: 'Lead a review' });
    const form = await opensCheckIn('Ben');
    await design.leaves('Ben');
    const chat = here.room.teams.chatWithBot('Ben').as('Ben');
    expect(sentenceIn(await chat.sendsDialog(form, { confidence: '3' }))).toBe(notThere);
    await chat.says('goals');
    expect(answer()!.activity!.text).toMatch(/^Goals belong to a team/);
  });

  test('whoever says to be of another tenant gets no further than the door', async () => {
    const design = await here.room.have('Design', people);
    const goal = await here.room.goalOf(design, 'Ana');
    const receive = (body: object) => here.room.receive({ authorization: undefined, body });
    const elsewhere = createTeams(here.room.connector, receive, '99999999-9999-4999-8999-999999999999');
    const chat = elsewhere.chatWithBot('Ana').as('Ana');
    const sent = { step: 'checkIn', team: design.id, goal, entry: randomUUID(), confidence: '1' };
    const answers = [
      await chat.says('goals'),
      await chat.opensDialog({ open: 'checkIn', team: design.id, goal }),
      await chat.sendsData(sent),
      await chat.opensNoteOn('Words'),
      await chat.searchesPeople('sql'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await goalOf(design, 'Ana', goal)).checkIns).toEqual([]);
    expect(here.room.connector.posts).toEqual([]);
  });

  test('a button or a form in a shape that none of ours has is said to be incomplete', async () => {
    const design = await here.room.have('Design', people);
    const goal = randomUUID();
    const buttons = [{}, { team: 5, goal: {} }, { team: 'x'.repeat(5000), goal }, { team: '19:x', goal: '__proto__' }];
    const forms = [
      { step: 'checkIn' },
      { step: 'goal', team: [], goal: null },
      { step: 'checkIn', team: '19:x', goal, entry: 'x' },
      { step: 'note', entry: 'x' },
      { step: ['checkIn'] },
      { step: 'constructor' },
    ];
    const answers = [
      ...buttons.map((data) => design.as('Ana').opensDialog({ open: 'checkIn', ...data })),
      ...forms.map((data) => design.as('Ana').sendsData(data)),
    ];
    for (const each of answers) expect(sentenceIn(await each)).toMatch(/^This form is not complete any more/);
    expect(here.room.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
