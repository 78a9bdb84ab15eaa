/* The same walk through all of People Hour, wherever it runs: as a deployment, and as the local world. */
import { randomUUID } from 'node:crypto';
import type { HourView } from '../../bot/contract/hour.ts';
import type { KudosView } from '../../bot/contract/kudos.ts';
import { paths, routes } from '../../bot/contract/paths.ts';
import type { FakeConnector } from './fakeConnector.ts';
import { createTeams, type Teams, type Who } from './teamsWorld.ts';
import { fieldsIn, textsIn } from './teamsWorldCards.ts';

export type Answer = {
  readonly status: number;
  readonly version: string | null;
  // Who walks knows what was asked for; whether they got that is what they check.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
};

export type Surroundings = {
  readonly url: string;
  readonly tenant: string;
  readonly who: Who;
  tokenFor(name: string): Promise<string>;
  readonly connector: FakeConnector;
  /** What Teams says to the bot with its activity, besides the activity. */
  botHeaders(serviceUrl: string): Promise<Readonly<Record<string, string>>>;
};

/** Asks the API, as somebody. */
export function caller({ url, tokenFor }: Pick<Surroundings, 'url' | 'tokenFor'>) {
  return async (method: string, path: string, as: string, body?: object, version?: string | null): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenFor(as)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(version && { 'if-match': version }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, version: response.headers.get('etag'), body: text && JSON.parse(text) };
  };
}

/** Teams in front of the bot. */
export function teamsOf({ url, tenant, who, connector, botHeaders }: Omit<Surroundings, 'tokenFor'>): Teams {
  const send = async (activity: object) => {
    const headers = await botHeaders((activity as { serviceUrl: string }).serviceUrl);
    const response = await fetch(url + routes.messages, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, ...(text ? { body: JSON.parse(text) } : {}) };
  };
  return createTeams(connector, send, tenant, who);
}

/** What the bot said so far in these conversations and their threads, as it is read. */
const saidIn = (connector: FakeConnector, id: string): string =>
  connector.posts
    .filter(({ conversationId }) => conversationId.startsWith(id))
    .flatMap(({ activity }) => [
      activity?.text ?? '',
      ...(activity?.attachments ?? []).flatMap((a) => textsIn(a.content)),
    ])
    .join('\n');

/** From the sign-in to the last row: everything that a team does in a week, through the tab's API and through the bot. */
export async function walkThrough(surroundings: Surroundings): Promise<void> {
  const { url, who, connector } = surroundings;
  const ask = caller(surroundings);
  const teams = teamsOf(surroundings);
  const channel = teams.channel('Walk', ['Amara', 'Mei', 'Lukas']);
  const team = channel.id;
  const said = (words: string) => connector.until(() => saidIn(connector, team).includes(words));
  const get = async (path: string, as: string) => (await ask('GET', path, as)).body;
  const made = async (path: string, as: string, body: object, status = 201) => {
    const answer = await ask('PUT', path, as, body);
    expect({ path, status: answer.status, body: answer.body }).toMatchObject({ status });
    return answer;
  };

  // Signed in, and in: whoever is not on the roster sees nothing, and the same nothing.
  expect((await fetch(url + routes.me)).status).toBe(401);
  expect((await get(paths.me(), 'Amara')).person.id).toBe(who('Amara'));
  expect((await ask('GET', paths.team(team), 'Amara')).status).toBe(404);
  expect((await channel.install('Amara')).status).toBe(200);
  const screen = await get(paths.team(team), 'Amara');
  expect([screen.team.name, screen.me.owner, screen.members.length]).toEqual(['Walk', true, 3]);
  expect((await ask('GET', paths.team(team), 'Nadia')).status).toBe(404);
  expect((await get(paths.me(), 'Amara')).teams).toContainEqual({ id: team, name: 'Walk' });
  expect((await fetch(`${url}/tab`)).headers.get('content-security-policy')).toContain('frame-ancestors');

  // A profile, with a wish how to be thanked.
  const { version } = await ask('GET', paths.profile(team, 'me'), 'Lukas');
  const told = { about: 'I like to see things end', thankMe: 'private' };
  expect((await ask('PUT', paths.profile(team, 'me'), 'Lukas', told, version)).status).toBe(200);

  // Kudos from the message extension and from the tab; on the wall, in the channel, found again, joined.
  const form = await channel.as('Amara').opensForm();
  expect(Object.keys(fieldsIn(form))).toContain('to');
  const review = 'Thank you for the honest review';
  expect((await channel.as('Amara').sends(form, { to: [who('Mei')], text: review })).status).toBe(200);
  await said(review);
  const [kudos] = (await get(paths.kudosList(team), 'Lukas')).items as KudosView[];
  expect([kudos?.text, kudos?.from.id, kudos?.visibility]).toEqual([review, who('Amara'), 'channel']);
  expect((await ask('PUT', paths.kudosJoined(team, kudos!.id), 'Lukas')).status).toBe(200);
  await said('Me too: Lukas');
  expect(JSON.stringify(await channel.as('Mei').searches('honest'))).toContain(review);
  const quiet = { to: [who('Lukas')], text: 'Thank you for the quiet help' };
  await made(paths.kudos(team, randomUUID()), 'Mei', quiet);
  const wallOf = async (as: string) => (await get(paths.kudosList(team), as)).items.length;
  expect(await Promise.all(['Amara', 'Mei', 'Lukas'].map(wallOf))).toEqual([1, 2, 2]);

  // A goal that is nobody else's, until it has supporters.
  const goal = randomUUID();
  await made(paths.goal(team, goal), 'Mei', { title: 'Estimate aloud', steps: [] });
  expect((await ask('GET', paths.goal(team, goal), 'Amara')).status).toBe(404);
  await made(paths.checkIn(team, goal, randomUUID()), 'Mei', { learned: 'To say a range', confidence: 4 });
  expect((await get(paths.goal(team, goal), 'Mei')).checkIns).toMatchObject([{ learned: 'To say a range' }]);

  // The hour: chosen, prepared, held, and told about by the bot.
  const date = new Date().toISOString().slice(0, 10);
  const weekday = new Date().getUTCDay() || 7;
  const schedule = { weekday, time: '12:00', timeZone: 'Atlantic/Reykjavik', minutes: 60, startOn: date };
  const preview = await ask('POST', paths.schedulePreview(team), 'Amara', schedule);
  expect(preview.body.items.map((each: { date: string }) => each.date)).toContain(addWeek(date));
  await made(paths.schedule(team), 'Amara', schedule);
  const topic = randomUUID();
  await made(paths.topic(team, date, topic), 'Lukas', { text: 'Handing over before a long leave' });
  const opened = (await ask('POST', paths.openHour(team, date), 'Mei')).body as HourView;
  expect([opened.status, opened.pairs.flat().length]).toEqual(['open', 3]);
  const line = { text: 'Say early what is unclear', kind: 'decision' };
  await made(paths.hourNote(team, date, randomUUID()), 'Lukas', line);
  const passing = { text: 'I was lost, and said nothing', keep: false };
  await made(paths.hourNote(team, date, randomUUID()), 'Lukas', passing);
  await made(paths.topicState(team, date, topic), 'Mei', { state: 'talked' }, 200);
  const promise = { text: 'Write one page', promisedTo: who('Mei'), hour: date };
  const action = await made(paths.action(team, randomUUID()), 'Amara', promise);
  const held = (await ask('POST', paths.closeHour(team, date), 'Amara')).body as HourView;
  expect([held.status, held.notes.map(({ text }) => text)]).toEqual(['held', [line.text, passing.text]]);
  await said(line.text);
  expect(saidIn(connector, team)).not.toContain(passing.text);
  expect((await ask('POST', paths.actionKept(team, action.body.id), 'Mei', {}, action.version)).status).toBe(200);

  // The bot's commands, in the channel and to one person alone.
  await channel.as('Mei').says('help');
  await said('What I can do');
  const chat = teams.chatWithBot('Mei');
  await chat.as('Mei').says('goals');
  await connector.until(() => saidIn(connector, chat.id).includes('Estimate aloud'));
  expect(saidIn(connector, team)).not.toContain('Estimate aloud');
  const raised = await channel.as('Lukas').raises('How do we say no to a good idea?');
  expect(fieldsIn(raised)).toMatchObject({ text: { value: 'How do we say no to a good idea?' } });

  // What is mine, and what is the team's: taken along, and taken away.
  const mine = (await get(paths.myExport(), 'Lukas')).teams.find(({ id }: { id: string }) => id === team);
  expect(JSON.stringify(mine)).toContain(passing.text);
  expect(JSON.stringify(mine)).not.toContain('Estimate aloud');
  expect((await ask('GET', paths.teamExport(team), 'Mei')).status).toBe(403);
  const whole = JSON.stringify(await get(paths.teamExport(team), 'Amara'));
  expect(whole).toContain(line.text);
  for (const words of [passing.text, quiet.text, 'Estimate aloud']) expect(whole).not.toContain(words);
  expect((await ask('DELETE', paths.me(), 'Mei')).status).toBe(204);
  expect(await wallOf('Lukas')).toBe(0);
  expect((await ask('PUT', paths.teamEnding(team), 'Amara')).status).toBe(200);
  expect((await get(paths.team(team), 'Lukas')).team.ending.by.id).toBe(who('Amara'));
  expect((await ask('DELETE', paths.teamEnding(team), 'Amara')).status).toBe(204);
  expect((await ask('DELETE', paths.team(team), 'Amara')).status).toBe(204);
  expect((await ask('GET', paths.team(team), 'Lukas')).status).toBe(404);
}

const addWeek = (date: string) => new Date(Date.parse(date) + 7 * 24 * 3600_000).toISOString().slice(0, 10);
