import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure } from '../support/fakeConnector.ts';
import type { Place } from '../support/teamsWorld.ts';
import { button, shown, startTeamsRoom, useTeamsRoom } from '../support/teamsWorldRoom.ts';
import { textsIn } from '../support/teamsWorldCards.ts';

const here = useTeamsRoom();
const review = 'Thank you for the honest review';

/** How often the bot tried, and how often somebody would see it. */
async function afterThanking(design: Place) {
  const before = here.room.connector.calls.length;
  const answer = await here.room.thanks(design, 'Ana', ['Ben'], review);
  const tries = here.room.connector.calls.slice(before).filter(({ method }) => method === 'POST').length;
  return { status: answer.status, tries, seen: here.room.connector.posts.length };
}

const once = { status: 200, tries: 1 };

describe('a card that Teams does not simply take is seen once at most', () => {
  test.each<[string, Failure, number, object]>([
    ['400', { status: 400 }, 1, { ...once, seen: 0 }],
    ['401', { status: 401 }, 1, { ...once, seen: 0 }],
    ['404', { status: 404 }, 1, { ...once, seen: 0 }],
    ['408', { status: 408 }, 1, { ...once, seen: 0 }],
    ['413', { status: 413 }, 1, { ...once, seen: 0 }],
    ['500', { status: 500 }, 1, { ...once, seen: 0 }],
    ['502', { status: 502 }, 1, { ...once, seen: 0 }],
    ['503', { status: 503 }, 1, { ...once, seen: 0 }],
    ['504', { status: 504 }, 1, { ...once, seen: 0 }],
    ['a broken line', { kind: 'reset' }, 1, { ...once, seen: 0 }],
    ['no answer', { kind: 'hang' }, 1, { ...once, seen: 0 }],
    ['an answer that never ends', { kind: 'drip' }, 1, { ...once, seen: 0 }],
    ['taken, then 408', { status: 408, accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then 500', { status: 500, accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then 502', { status: 502, accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then 503', { status: 503, accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then 504', { status: 504, accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then a broken line', { kind: 'reset', accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then no answer', { kind: 'hang', accepted: true }, 1, { ...once, seen: 1 }],
    ['taken, then nonsense', { kind: 'garbage', accepted: true }, 1, { ...once, seen: 1 }],
    ['412 once', { status: 412 }, 1, { status: 200, tries: 2, seen: 1 }],
    ['412 always', { status: 412 }, 99, { status: 200, tries: 5, seen: 0 }],
    ['429 once', { status: 429 }, 1, { status: 200, tries: 2, seen: 1 }],
    [
      '429 with a time to wait',
      { status: 429, headers: { 'retry-after': '2' } },
      2,
      { status: 200, tries: 3, seen: 1 },
    ],
    ['429 with an hour to wait', { status: 429, headers: { 'retry-after': '3600' } }, 1, { ...once, seen: 0 }],
    ['429 always', { status: 429 }, 99, { status: 200, tries: 5, seen: 0 }],
  ])('%s', async (_, failure, times, outcome) => {
    const design = await here.room.have('Design', ['Ana', 'Ben']);
    here.room.connector.next({ method: 'POST' }, failure, times);
    expect(await afterThanking(design)).toEqual(outcome);
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(1);
  });

  test.each([
    'BotNotInConversationRoster',
    'ConversationBlockedByUser',
    'BotDisabledByAdmin',
    'InvalidBotApiHost',
    'MessageWritesBlocked',
    '',
  ])('403 %s: nothing more is tried there until the app is installed again', async (code) => {
    const design = await here.room.have('Design', ['Ana', 'Ben']);
    here.room.connector.next({ method: 'POST' }, { status: 403, code });
    expect(await afterThanking(design)).toEqual({ ...once, seen: 0 });
    expect(await afterThanking(design)).toEqual({ status: 200, tries: 0, seen: 0 });

    await design.install('Ana');
    expect(await afterThanking(design)).toEqual({ ...once, seen: 1 });
    expect(await here.room.wallOf(design, 'Ben')).toHaveLength(3);
  });
});

describe('a card is changed until it is changed', () => {
  test.each<[string, Failure]>([
    ['429', { status: 429 }],
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['taken, then 504', { status: 504, accepted: true }],
    ['a broken line', { kind: 'reset' }],
    ['no answer', { kind: 'hang' }],
  ])('%s', async (_, failure) => {
    const design = await here.room.have('Design', ['Ana', 'Ben', 'Cem']);
    await here.room.thanks(design, 'Ana', ['Ben'], review);
    here.room.connector.next({ method: 'PUT' }, failure, 2);
    await design.as('Cem').presses(button(here.room.connector.posts[0], 'Me too'));
    await here.room.settled();
    expect(textsIn(shown(here.room.connector.posts[0]))).toContain('Me too: Cem');
  });

  test('one that was deleted in Teams stays deleted, and nobody is the worse for it', async () => {
    const design = await here.room.have('Design', ['Ana', 'Ben', 'Cem']);
    await here.room.thanks(design, 'Ana', ['Ben'], review);
    const me = button(here.room.connector.posts[0], 'Me too');
    here.room.connector.posts[0]!.activity = null;
    expect((await design.as('Cem').presses(me)).body.type).toBe('application/vnd.microsoft.card.adaptive');
    await here.room.settled();
    expect((await here.room.wallOf(design, 'Ben'))[0]!.joined).toHaveLength(1);
  });
});

test('a redirect is not followed: the bot’s token goes nowhere else', async () => {
  const visits: unknown[] = [];
  const elsewhere = createServer((request, response) => {
    visits.push(request.headers);
    response.end('{}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  const design = await here.room.have('Design', ['Ana', 'Ben']);
  for (const status of [301, 302, 303, 307, 308])
    here.room.connector.next({ method: 'POST' }, { status, headers: { location } });
  for (let tries = 0; tries < 5; tries++) await here.room.thanks(design, 'Ana', ['Ben'], review);
  expect(visits).toEqual([]);
  await new Promise((resolve) => elsewhere.close(resolve));
});

test('a burst waits as long as Teams asks for, and everything is said in the end, once', async () => {
  const people = ['Ana', ...Array.from({ length: 10 }, (_, index) => `Person${index}`)];
  const room = await startTeamsRoom(here.room.storage, { patience: {} });
  const design = await room.have('Design', people);
  room.connector.limit(true);
  await Promise.all(people.slice(1).map((name) => room.thanks(design, 'Ana', [name], review)));
  await room.settled();
  expect(room.connector.posts).toHaveLength(10);
  await room.stop();
});
