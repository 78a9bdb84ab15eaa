import { paths, routes } from '../../bot/contract/paths.ts';
import { calendarSchema, datesSchema, proposalsSchema, scheduleSchema } from '../../bot/contract/schedule.ts';
import { idOf } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

const thursdays = {
  weekday: 4,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 60,
  everyWeeks: 1,
  startOn: '2026-03-02',
  replaces: { name: 'Weekly status', minutes: 45 },
};

/** A team in which Amara is the owner. */
const aTeam = () => service.haveTeam(['Amara', 'Mei', 'Lukas']);
const put = (teamId: string, as: string, body: object, version: string | null = null) =>
  service.call('PUT', paths.schedule(teamId), { as, body, version });

test('an owner chooses the hour, and everybody in the team reads it', async () => {
  const { teamId } = await aTeam();
  const before = await service.call('GET', paths.schedule(teamId), { as: 'Mei' });

  const chosen = await put(teamId, 'Amara', thursdays);

  expect([before.status, before.body.code]).toEqual([404, 'notFound']);
  expect(chosen.status).toBe(201);
  const read = await service.call('GET', paths.schedule(teamId), { as: 'Mei' });
  expect(scheduleSchema.parse(read.body)).toEqual(thursdays);
  expect(read.version).toBe(chosen.version);
});

test('that the first schedule is new, and names no version, is described', async () => {
  const { body } = await service.call('GET', routes.openapi);

  const { put } = body.paths[routes.schedule.replace(':team', '{team}')];

  expect(Object.keys(put.responses)).toEqual(expect.arrayContaining(['200', '201']));
  expect(put.parameters.find(({ name }: { name: string }) => name === 'if-match').required).not.toBe(true);
});

test('a change names the version that it changes; the same again is the same', async () => {
  const { teamId } = await aTeam();
  const first = await put(teamId, 'Amara', thursdays);
  const fridays = { ...thursdays, weekday: 5 };

  const again = await put(teamId, 'Amara', thursdays);
  const without = await put(teamId, 'Amara', fridays);
  const changed = await put(teamId, 'Amara', fridays, first.version);
  const stale = await put(teamId, 'Amara', { ...thursdays, weekday: 3 }, first.version);

  expect([again.status, again.version]).toEqual([200, first.version]);
  expect([without.status, without.body.code]).toEqual([428, 'version.missing']);
  expect([changed.status, changed.body.weekday]).toEqual([200, 5]);
  expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
});

test('the link of the meeting is Teams’ own, and no other page', async () => {
  const { teamId } = await aTeam();
  const meetingLink =
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d';

  const strange = await Promise.all(
    [
      'https://teams.microsoft.com.evil.example/l/meetup-join/19%3ameeting',
      'https://evil.example/?https://teams.microsoft.com/meet/1',
      'http://teams.microsoft.com/meet/1',
      'javascript:alert(1)//https://teams.microsoft.com/meet/1',
      'https://teams.microsoft.com/l/chat/0/0?users=somebody',
      'https://teams.microsoft.com/meet/1 <b>',
    ].map((link) => put(teamId, 'Amara', { ...thursdays, meetingLink: link })),
  );
  const chosen = await put(teamId, 'Amara', { ...thursdays, meetingLink });
  const without = await put(teamId, 'Amara', thursdays, chosen.version);

  expect(strange.map(({ status }) => status)).toEqual(strange.map(() => 400));
  expect(chosen.body.meetingLink).toBe(meetingLink);
  expect(without.body).toEqual(thursdays);
});

test('who does not own the team cannot choose, but say what they would', async () => {
  const { teamId } = await aTeam();

  const refused = await put(teamId, 'Mei', thursdays);
  const proposed = await service.call('PUT', paths.myProposal(teamId), { as: 'Mei', body: thursdays });
  await service.call('PUT', paths.myProposal(teamId), { as: 'Mei', body: { ...thursdays, weekday: 2 } });

  expect([refused.status, refused.body.code]).toEqual([403, 'schedule.ownersOnly']);
  expect(proposed.status).toBe(200);
  const read = await service.call('GET', paths.scheduleProposals(teamId), { as: 'Amara' });
  expect(proposalsSchema.parse(read.body).items).toEqual([
    { by: { id: idOf('Mei'), name: 'Mei' }, schedule: { ...thursdays, weekday: 2 }, at: expect.any(String) },
  ]);

  await service.call('DELETE', paths.myProposal(teamId), { as: 'Mei' });
  const twice = await service.call('DELETE', paths.myProposal(teamId), { as: 'Mei' });
  expect(twice.status).toBe(204);
  expect((await service.call('GET', paths.scheduleProposals(teamId), { as: 'Amara' })).body.items).toEqual([]);
});

test('the dates of a schedule are shown before it is anybody’s, with what clocks do', async () => {
  const { teamId } = await aTeam();

  const { status, body } = await service.call('POST', `${paths.schedulePreview(teamId)}?after=2026-03-18&limit=3`, {
    as: 'Mei',
    body: thursdays,
  });

  expect(status).toBe(200);
  expect(datesSchema.parse(body).items).toEqual([
    {
      date: '2026-03-19',
      startsAt: '2026-03-19T09:00:00.000Z',
      endsAt: '2026-03-19T10:00:00.000Z',
      clock: 'plain',
      shift: 0,
    },
    {
      date: '2026-03-26',
      startsAt: '2026-03-26T09:00:00.000Z',
      endsAt: '2026-03-26T10:00:00.000Z',
      clock: 'plain',
      shift: 0,
    },
    {
      date: '2026-04-02',
      startsAt: '2026-04-02T08:00:00.000Z',
      endsAt: '2026-04-02T09:00:00.000Z',
      clock: 'plain',
      shift: 60,
    },
  ]);
  expect((await service.call('GET', paths.schedule(teamId), { as: 'Mei' })).status).toBe(404);
});

test('without a beginning the next eight are those that are not over', async () => {
  const { teamId } = await aTeam();

  const { body } = await service.call('POST', paths.schedulePreview(teamId), { as: 'Mei', body: thursdays });

  const ends = datesSchema.parse(body).items.map(({ endsAt }) => Date.parse(endsAt));
  expect(ends).toHaveLength(8);
  expect(ends.every((at) => at > Date.now())).toBe(true);
  expect(ends[0]! - Date.now()).toBeLessThanOrEqual(8 * 86_400_000);
});

test.each([
  ['a day that no week has', { weekday: 8 }, 400],
  ['an hour of ten minutes', { minutes: 10 }, 400],
  ['an hour of two hours', { minutes: 120 }, 400],
  ['a time that no clock shows', { time: '24:00' }, 400],
  ['a date that no calendar has', { startOn: '2026-02-30' }, 400],
  ['a date that is a typing mistake', { startOn: '0202-03-02' }, 400],
  ['every third week', { everyWeeks: 3 }, 400],
  ['a meeting without a name', { replaces: { name: ' ', minutes: 30 } }, 400],
  ['something that nobody asked for', { room: 'Blue' }, 400],
  ['a zone that nobody knows', { timeZone: 'Europe/Nowhere' }, 422],
  ['an offset instead of a zone', { timeZone: '+01:00' }, 422],
])('%s is refused', async (_, wrong, status) => {
  const { teamId } = await aTeam();

  const saved = await put(teamId, 'Amara', { ...thursdays, ...wrong });
  const shown = await service.call('POST', paths.schedulePreview(teamId), {
    as: 'Mei',
    body: { ...thursdays, ...wrong },
  });

  expect([saved.status, shown.status]).toEqual([status, status]);
});

test('a calendar gets the series by wall time, and a later download replaces an earlier one', async () => {
  const { teamId } = await aTeam();
  const { version } = await put(teamId, 'Amara', { ...thursdays, everyWeeks: 2 });
  const download = async () =>
    calendarSchema.parse((await service.call('GET', paths.scheduleCalendar(teamId), { as: 'Mei' })).body).content;
  const linesOf = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');

  const first = linesOf(await download());
  await put(teamId, 'Amara', { ...thursdays, time: '11:30' }, version);
  const second = linesOf(await download());

  expect(first).toEqual(
    expect.arrayContaining([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'SEQUENCE:0',
      'DTSTART;TZID=Europe/Berlin:20260305T100000',
      'DTEND;TZID=Europe/Berlin:20260305T110000',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      'SUMMARY:People Hour\\, Studio',
    ]),
  );
  expect(first.find((line) => line.startsWith('DTSTAMP'))).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/);
  expect(second).toEqual(
    expect.arrayContaining([
      'SEQUENCE:1',
      'DTSTART;TZID=Europe/Berlin:20260305T113000',
      'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=TH',
    ]),
  );
  const uid = (lines: string[]) => lines.find((line) => line.startsWith('UID:'));
  expect(uid(first)).toBe(uid(second));
});

test('a calendar file keeps to what calendars can read, whatever a team is called', async () => {
  const { teamId } = await service.haveTeam(['Amara'], { name: `Café; “Nord”, ${'ä'.repeat(60)}\\ 🎈` });
  await put(teamId, 'Amara', { ...thursdays, time: '23:30', startOn: '2026-03-26', timeZone: 'Asia/Beirut' });

  const { body } = await service.call('GET', `${paths.scheduleCalendar(teamId)}?language=de`, { as: 'Amara' });

  expect(body.content.split('\r\n').every((line: string) => Buffer.byteLength(line) <= 75)).toBe(true);
  const lines = body.content.replaceAll('\r\n ', '').split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      `SUMMARY:People Hour\\, Café\\; “Nord”\\, ${'ä'.repeat(60)}\\\\ 🎈`,
      'DTSTART;TZID=Asia/Beirut:20260326T233000',
      'DTEND;TZID=Asia/Beirut:20260327T003000',
    ]),
  );
});

test('a zone that goes by several names is called the same throughout the calendar', async () => {
  const { teamId } = await aTeam();
  await put(teamId, 'Amara', { ...thursdays, timeZone: 'Europe/Kiev' });

  const { body } = await service.call('GET', paths.scheduleCalendar(teamId), { as: 'Mei' });

  const names = [...body.content.matchAll(/TZID[:=]([\w/]+)/g)].map(([, name]) => name);
  expect(new Set(names).size).toBe(1);
});

test('the hour of a team is not there for anybody else', async () => {
  const { teamId } = await aTeam();
  await put(teamId, 'Amara', thursdays);
  const calls = [
    ['GET', paths.schedule(teamId), undefined],
    ['PUT', paths.schedule(teamId), thursdays],
    ['POST', paths.schedulePreview(teamId), thursdays],
    ['GET', paths.scheduleCalendar(teamId), undefined],
    ['GET', paths.scheduleProposals(teamId), undefined],
    ['PUT', paths.myProposal(teamId), thursdays],
    ['DELETE', paths.myProposal(teamId), undefined],
  ] as const;

  for (const [method, path, body] of calls) {
    const answer = await service.call(method, path, { as: 'Stranger', ...(body && { body }) });
    expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'notFound']);
  }
});
