import { idOf } from '../support/builders.ts';
import { aTeamsMember } from '../support/teamsWorld.ts';
import { cardIn, fieldsIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem', 'Dee'];
const review = 'Thank you for the honest review';
test.each([
  ['nobody chosen', { to: [], text: review }, 'Choose at least one person to thank.'],
  ['oneself chosen', { to: [idOf('Ana')], text: review }, 'You are among those'],
  ['a stranger chosen', { to: [idOf('Stranger')], text: review }, 'Somebody you chose is not in this team'],
  ['something that is nobody', { to: ['x'], text: review }, 'Choose at least one person to thank.'],
  [
    'eleven chosen',
    { to: Array.from({ length: 11 }, (_, n) => idOf(`P${n}`)), text: review },
    'One thank-you reaches up to ten',
  ],
  ['two words', { to: [idOf('Ben')], text: 'Thank you' }, 'Say a little more'],
  ['too many words', { to: [idOf('Ben')], text: 'word '.repeat(300) }, 'That is longer than fits'],
  ['too long an effect', { to: [idOf('Ben')], text: review, effect: 'x'.repeat(281) }, 'That is longer than fits'],
  ['a value of nobody', { to: [idOf('Ben')], text: review, value: 'Speed' }, 'That value is not one'],
])('a mistake comes back as a sentence, with everything typed still there: %s', async (_, typed, sentence) => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();

  const answer = await design.as('Ana').sends(form, typed);
  expect(textsIn(cardIn(answer))[0]).toMatch(new RegExp(`^${sentence}`));
  const fields = fieldsIn(answer);
  expect(fields.text!.value).toBe(typed.text.trim());
  if ('effect' in typed) expect(fields.effect!.value).toBe(typed.effect);
  expect((cardIn(answer).actions![0]!.data as { id: string }).id).toBe(
    (cardIn(form).actions![0]!.data as { id: string }).id,
  );

  const corrected = await design.as('Ana').sends(answer, { to: [idOf('Ben')], text: review, effect: '', value: '' });
  expect(sentenceIn(corrected)).toBe('Ben will find it here, and on the wall of Design.');
});

test('who was chosen is still chosen after a mistake', async () => {
  const design = await here.room.have('Design', people);
  const answer = await design
    .as('Ana')
    .sends(await design.as('Ana').opensForm(), { to: [idOf('Cem'), idOf('Ben')], text: 'x' });
  expect(fieldsIn(answer).to!.value).toBe([idOf('Ben'), idOf('Cem')].join(','));
});

test('nothing typed is lost while Teams does not answer, and the same form gives the kudos afterwards', async () => {
  const design = await here.room.have('Design', people);
  const form = await design.as('Ana').opensForm();
  await design.comes('Eve');
  here.room.connector.next({ path: /pagedmembers/ }, { status: 503 }, Infinity);

  const answer = await design.as('Ana').sends(form, { to: [idOf('Ben')], text: review, effect: 'I dared' });
  expect(textsIn(cardIn(answer))).toEqual([
    'I cannot reach what I need right now. Nothing is lost. Please try again in a moment.',
    'The people you chose are kept.',
  ]);
  expect(fieldsIn(answer)).toMatchObject({ text: { value: review }, effect: { value: 'I dared' } });

  here.room.connector.recover();
  expect(sentenceIn(await design.as('Ana').sends(answer))).toMatch(/^Ben will find it here/);
  await here.room.settled();
  expect((await here.room.wallOf(design, 'Ben'))[0]).toMatchObject({
    text: review,
    effect: 'I dared',
    to: [{ id: idOf('Ben') }],
  });
});

test('the team’s values are offered, and the chosen one is on the card', async () => {
  const design = await here.room.have('Design', people);
  const { version } = await here.room.useCases.team.values(actor('Ana'), design.ref().teamId);
  await here.room.useCases.team.saveValues(actor('Ana'), design.ref().teamId, ['Courage', 'Care'], version);

  const form = await design.as('Ben').opensForm();
  expect(fieldsIn(form).value!.choices!.map(({ title }) => title)).toEqual(['None in particular', 'Courage', 'Care']);
  await design.as('Ben').sends(form, { to: [idOf('Ana')], text: review, value: 'Care' });
  await here.room.settled();
  expect(textsIn(shown(here.room.connector.posts[0]))).toEqual(['Ben thanks Ana', 'Care', review]);
});

test('a team of 500 is searched while somebody types, and the form stays small', async () => {
  const names = ['Ana', ...Array.from({ length: 499 }, (_, index) => `Member ${index} Novák`)];
  const design = await here.room.have('Everybody', names);
  const form = await design.as('Ana').opensForm();
  const { choices, ...field } = fieldsIn(form).to as { choices: object[]; 'choices.data'?: { dataset: string } };
  expect(choices).toEqual([]);

  const dataset = field['choices.data']!.dataset;
  const found = await design.as('Ana').typesName('novak 49', dataset);
  expect(found.body.value.results.slice(0, 2)).toEqual([
    { title: 'Member 49 Novák', value: idOf('Member 49 Novák') },
    { title: 'Member 490 Novák', value: idOf('Member 490 Novák') },
  ]);
  expect((await design.as('Ana').typesName('', dataset)).body.value.results).toHaveLength(15);
  const answer = await design.as('Ana').sends(form, { to: [idOf('Member 49 Novák')], text: 'no' });
  expect(fieldsIn(answer).to!.choices).toEqual([{ title: 'Member 49 Novák', value: idOf('Member 49 Novák') }]);
});

test('two of the same name can be told apart', async () => {
  const twin = aTeamsMember('Ben again', { name: 'Ben' });
  const design = here.room.teams.channel('Design', ['Ana', 'Ben', twin]);
  await design.install('Ana');
  const { choices } = fieldsIn(await design.as('Ana').opensForm()).to!;
  expect(choices!.map(({ title }) => title)).toEqual(['Ben', 'Ben (2)']);
});

test('somebody who reads German gets the form in German, and the card speaks the team’s language', async () => {
  const design = await here.room.have('Design', people);
  const ana = design.as('Ana', { locale: 'de-DE' });
  const form = await ana.opensForm();
  expect(form.body.task.value.title).toBe('Kudos geben');
  await ana.sends(form, { to: [idOf('Ben')], text: review });
  await here.room.settled();
  expect(textsIn(shown(here.room.connector.posts[0]))[0]).toBe('Ana thanks Ben');
});
