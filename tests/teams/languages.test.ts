import { randomUUID } from 'node:crypto';
import { actionItemId } from '../../bot/domain/ids.ts';
import { idOf } from '../support/builders.ts';
import type { Place } from '../support/teamsWorld.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

/* What the bot tells one person is in the language in which they read Teams; what it says to a team is in the team's, which is English here. */

const here = useTeamsRoom();
let design: Place;
const time = (text: string) => void (here.room.clock.now = () => new Date(`2026-11-${text}:00Z`));
beforeEach(async () => {
  design = await here.room.have('Design', ['Ana', 'Ben', 'Cem']);
  time('16T07:00');
});

async function reminded(name: string) {
  const { reminderWishes, actions, personal } = here.room.useCases;
  const { thing, version } = await reminderWishes.find(actor(name), design.ref().teamId);
  await reminderWishes.save(actor(name), design.ref().teamId, { ...thing, on: ['actionDue'], quiet: null }, version);
  const words = { text: 'Draw the map', owner: idOf(name), dueOn: '2026-11-17', hour: null, promisedTo: null };
  await actions.save(actor(name), design.ref().teamId, actionItemId(randomUUID()), words, null);
  time('17T09:00');
  await personal.attend(design.ref(), idOf(name));
  return here.room.connector.posts.at(-1)!;
}

async function thankedAlone(name: string) {
  const { profile } = here.room.useCases;
  const before = await profile.find(actor(name), design.ref().teamId, 'me');
  const wish = { ...before.profile, thankMe: 'private' } as const;
  await profile.save(actor(name), design.ref().teamId, wish, before.version);
  here.room.connector.forgetPosts();
  await here.room.thanks(design, 'Ana', [name], 'Thank you for the honest review');
  return here.room.connector.posts.at(-1)!;
}

/** Once met, in the chat with the bot or in the team's conversation, their language is known. */
const meets = {
  'in the chat with the bot': (locale: string) => here.room.teams.chatWithBot('Ben').as('Ben', { locale }).says('hi'),
  'in the channel': (locale: string) => design.as('Ben', { locale }).says('hour'),
  'by Give kudos': (locale: string) => design.as('Ben', { locale }).opensForm(),
};

describe.each(Object.entries(meets))('who was met %s', (_, meet) => {
  test.each([
    ['de-AT', 'Für dich, aus Design', 'Das siehst nur du.', undefined],
    ['ar-SA', 'لك، من Design', 'لا يرى هذا أحد سواك.', true],
    ['fr-FR', 'For you, from Design', 'Only you see this.', undefined],
  ])('is reminded in %s', async (locale, title, audience, rtl) => {
    await meet(locale);
    await here.room.settled();

    const card = shown(await reminded('Ben'));

    expect(textsIn(card)[0]).toBe(title);
    expect(textsIn(card).at(-1)).toBe(audience);
    expect((card as { rtl?: boolean }).rtl).toBe(rtl);
  });
});

test('thanks that are for one alone are in their language, and stay in it when they change or go', async () => {
  await meets['in the channel']('ar-SA');
  await here.room.settled();

  const post = await thankedAlone('Ben');

  expect(shown(post)).toMatchObject({ rtl: true });
  expect(textsIn(shown(post))).toContain('هذا بينكم فقط.');
  const [kudos] = await here.room.wallOf(design, 'Ana');
  await here.room.useCases.kudos.takeBack(actor('Ana'), design.ref().teamId, kudos!.id, null);
  await here.room.settled();
  expect(shown(post)).toMatchObject({ rtl: true });
});

test('who was never met is told in the language of the team; who changes their language is followed', async () => {
  expect(textsIn(shown(await thankedAlone('Ben')))).toContain('This is just between you.');

  await meets['in the channel']('ar-SA');
  await here.room.settled();
  await meets['by Give kudos']('de-DE');
  await here.room.settled();

  expect(textsIn(shown(await thankedAlone('Ben')))).toContain('Das bleibt unter euch.');
});

test('what is no language is not kept', async () => {
  await meets['in the channel']('de-DE');
  await here.room.settled();
  for (const locale of ['', '*', 'de'.repeat(40), '<b>', '😀'.repeat(16_000)]) await meets['in the channel'](locale);
  await here.room.settled();

  const { contact } = await here.room.storage.wishes.find(design.ref(), idOf('Ben'));
  expect(contact.locale).toBe('de-DE');
});
