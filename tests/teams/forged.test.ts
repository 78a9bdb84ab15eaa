import { randomUUID } from 'node:crypto';
import { idOf } from '../support/builders.ts';
import { cardIn, filled, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { button, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const review = 'Thank you for the honest review';

/** Two teams; Mallory is in one of them. */
async function scene() {
  const design = await here.room.have('Design', ['Ana', 'Ben', 'Mallory']);
  const secret = await here.room.have('Secret', ['Ana', 'Ben', 'Cem']);
  await here.room.settled();
  return { design, secret, nowhere: '19:nowhere@thread.tacv2' };
}

test('a form with another team’s id is refused as one that does not exist, and nothing is written', async () => {
  const { design, secret, nowhere } = await scene();
  const form = await design.as('Mallory').opensForm();
  const forged = (team: string) => ({ ...filled(form, { to: [idOf('Ben')], text: review }), team });
  const [other, none] = [secret.id, nowhere].map((team) => design.as('Mallory').sendsData(forged(team)));
  expect(await other).toEqual(await none);
  expect(sentenceIn(await other!)).toBe('This team is not here any more, or you are not in it.');
  await here.room.settled();
  expect(await here.room.wallOf(secret, 'Ana')).toEqual([]);
  expect(here.room.connector.posts).toEqual([]);
});

test('choosing another team’s id opens nothing', async () => {
  const { design, secret, nowhere } = await scene();
  const choose = (team: string) => design.as('Mallory').sendsData({ step: 'team', team, prefill: {} });
  expect(await choose(secret.id)).toEqual(await choose(nowhere));
  expect(sentenceIn(await choose(secret.id))).toBe('This team is not here any more, or you are not in it.');
});

test('the names of another team are not told while somebody types', async () => {
  const { design, secret, nowhere } = await scene();
  const types = (team: string) => design.as('Mallory').typesName('', `members:${team}`);
  expect(await types(secret.id)).toEqual(await types(nowhere));
  expect((await types(secret.id)).body.value.results).toEqual([]);
  expect((await types(design.id)).body.value.results).toHaveLength(2);
  expect(await design.as('Mallory').typesName('', 'people')).toEqual({ status: 400 });
});

test('me too on a card of another team is refused as on one that does not exist', async () => {
  const { design, secret } = await scene();
  await here.room.thanks(secret, 'Ana', ['Ben'], review);
  const me = button(here.room.connector.posts[0], 'Me too');
  const press = (data: object) => design.as('Mallory').presses({ verb: me.verb, data });
  const data = me.data as { team: string; id: string };
  const answers = [
    await press(data),
    await press({ ...data, id: randomUUID() }),
    await press({ ...data, team: design.id }),
    await press({ team: design.id, id: randomUUID() }),
  ];
  for (const answer of answers)
    expect(answer.body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'This thank-you is no longer here, or not for you to see.',
    });
  expect((await here.room.wallOf(secret, 'Ana'))[0]!.joined).toEqual([]);
});

test('somebody who was removed cannot use a form that is still open, nor join', async () => {
  const { design } = await scene();
  await here.room.thanks(design, 'Ana', ['Ben'], review);
  const form = await design.as('Mallory').opensForm();
  await design.leaves('Mallory');
  const answer = await design.as('Mallory').sends(form, { to: [idOf('Ben')], text: review });
  expect(sentenceIn(answer)).toBe('This team is not here any more, or you are not in it.');
  const pressed = await design.as('Mallory').presses(button(here.room.connector.posts[0], 'Me too'));
  expect(pressed.body.value).toBe('This thank-you is no longer here, or not for you to see.');
  expect(await here.room.wallOf(design, 'Ana')).toHaveLength(1);
});

test.each([
  null,
  5,
  'x',
  [],
  {},
  { step: 'give' },
  { step: 'give', team: 5, id: 'x' },
  { step: 'give', team: '', id: randomUUID() },
  { step: 'give', team: 'x'.repeat(5000), id: randomUUID() },
  { step: 'give', team: '19:x', id: 'not-a-uuid' },
  { step: 'give', team: '19:x', id: randomUUID(), to: {}, text: [] },
  { step: 'team', team: { $ne: 1 } },
  { step: '__proto__' },
  JSON.parse('{"__proto__":{"step":"give"},"step":"constructor"}'),
])('a form in a shape that none of ours has is said to be incomplete: %j', async (data) => {
  const { design } = await scene();
  expect(sentenceIn(await design.as('Ana').sendsData(data))).toBe(
    'This form is not complete any more. Please open a new one.',
  );
  expect(here.room.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('a hundred people in one form are too many, and the form stays small', async () => {
  const { design } = await scene();
  const form = await design.as('Ana').opensForm();
  const to = Array.from({ length: 5000 }, (_, index) => idOf(`P${index}`));
  const answer = await design.as('Ana').sends(form, { to, text: 'x'.repeat(100_000), effect: 'y'.repeat(100_000) });
  expect(textsIn(cardIn(answer))[0]).toMatch(/^One thank-you reaches up to ten people/);
  expect(2 * JSON.stringify(cardIn(answer)).length).toBeLessThan(25_000);
});

test('who gives is who Teams says it is, whatever the form says', async () => {
  const { design } = await scene();
  const form = await design.as('Mallory').opensForm();
  const data = {
    ...filled(form, { to: [idOf('Ben')], text: review }),
    from: idOf('Ana'),
    personId: idOf('Ana'),
    by: 'bot',
  };
  await design.as('Mallory').sendsData(data);
  await here.room.settled();
  expect((await here.room.wallOf(design, 'Ben'))[0]!.from).toEqual({ id: idOf('Mallory'), name: 'Mallory' });
});
