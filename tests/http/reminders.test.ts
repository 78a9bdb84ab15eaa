import { myRemindersSchema, reminderLogSchema, teamRemindersSchema } from '../../bot/contract/reminder.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { Said } from '../../bot/app/reminderPorts.ts';
import { idOf, noon } from '../support/builders.ts';
import { type Service, startService } from '../support/server.ts';
import { myReminders } from './everyRoute.ts';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.stop());

/** A team in which Amara is the owner. */
const aTeam = () => service.haveTeam(['Amara', 'Mei', 'Lukas']);
const call = (method: string, path: string, as: string, body?: object, version?: string | null) =>
  service.call(method, path, { as, ...(body && { body }), ...(version && { version }) });

describe('what the bot tells me alone', () => {
  test('is in the language in which I last read the tab', async () => {
    const ref = await aTeam();
    const opens = async (as: string, locale: string) => {
      await service.call('GET', paths.team(ref.teamId), { as, headers: { 'accept-language': locale } });
      await service.settled();
      return (await service.storage.wishes.find(ref, idOf(as))).contact.locale;
    };

    expect(await opens('Mei', 'de-AT,de;q=0.9,en;q=0.8')).toBe('de-AT');
    expect(await opens('Mei', 'ar')).toBe('ar');
    expect(await opens('Mei', '*')).toBe('ar');
    expect(await opens('Zoe', 'de')).toBeNull();
  });

  test('is nothing until I switch it on, and it is mine: nobody else’s changes with it', async () => {
    const { teamId } = await aTeam();
    const path = paths.myReminders(teamId);
    const before = await call('GET', path, 'Mei');
    expect(Object.values(myRemindersSchema.parse(before.body).kinds)).toEqual(Array.from({ length: 6 }, () => false));

    const kinds = { ifThen: true, goalCheckIn: true };
    const chosen = await call(
      'PUT',
      path,
      'Mei',
      { ...myReminders, kinds, snoozedUntil: '2026-12-01', snoozed: { ifThen: '2026-12-08' } },
      before.version,
    );

    expect(chosen.status).toBe(200);
    expect(myRemindersSchema.parse((await call('GET', path, 'Mei')).body)).toEqual({
      ...myReminders,
      kinds: { ...before.body.kinds, ...kinds },
      snoozedUntil: '2026-12-01',
      snoozed: { ifThen: '2026-12-08' },
      stopped: [],
      isBlocked: false,
      timeZone: 'UTC',
    });
    expect((await call('GET', path, 'Lukas')).body).toEqual(before.body);
    expect((await call('GET', path, 'Amara')).body).toEqual(before.body);
  });

  test('a change names its version; the same again is the same', async () => {
    const { teamId } = await aTeam();
    const path = paths.myReminders(teamId);
    const { version } = await call('GET', path, 'Mei');
    const first = await call('PUT', path, 'Mei', myReminders, version);

    const again = await call('PUT', path, 'Mei', myReminders, version);
    const without = await call('PUT', path, 'Mei', { ...myReminders, quiet: null });
    const stale = await call('PUT', path, 'Mei', { ...myReminders, quiet: null }, version);

    expect([again.status, again.version]).toEqual([200, first.version]);
    expect([without.status, without.body.code]).toEqual([428, 'version.missing']);
    expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
  });

  test('whoever leaves out which kinds wait has none that waits, and so has a kind that is off', async () => {
    const { teamId } = await aTeam();
    const path = paths.myReminders(teamId);
    const { version } = await call('GET', path, 'Mei');
    const body = { ...myReminders, snoozed: { actionDue: '2026-12-01', ifThen: '2026-12-01' } };

    const first = await call('PUT', path, 'Mei', body, version);
    const again = await call('PUT', path, 'Mei', body, version);
    const without = await call('PUT', path, 'Mei', myReminders, first.version);

    expect(first.body.snoozed).toEqual({ actionDue: '2026-12-01' });
    expect([again.status, again.version]).toEqual([200, first.version]);
    expect([without.status, without.body.snoozed]).toEqual([200, {}]);
  });

  test.each([
    [422, 'reminder.alwaysQuiet', { quiet: { from: '08:00', to: '08:00' } }],
    [400, 'request.invalid', { ifThenAt: { weekday: 8, time: '09:00' } }],
    [400, 'request.invalid', { checkInAt: { weekday: 1, time: '9:00' } }],
    [400, 'request.invalid', { kinds: { everything: true } }],
    [400, 'request.invalid', { snoozedUntil: '2026-02-30' }],
    [400, 'request.invalid', { snoozed: { ifThen: '2026-02-30' } }],
    [400, 'request.invalid', { snoozed: { ifThen: null } }],
    [400, 'request.invalid', { snoozed: { everything: '2026-12-01' } }],
    [400, 'request.invalid', { isBlocked: false }],
  ])('%i %s: %j', async (status, code, of) => {
    const { teamId } = await aTeam();
    const path = paths.myReminders(teamId);
    const { version } = await call('GET', path, 'Mei');
    const answer = await call('PUT', path, 'Mei', { ...myReminders, ...of }, version);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('the times are where I am, or else where the team’s hour is', async () => {
    const { teamId } = await aTeam();
    const schedule = { weekday: 4, time: '10:00', timeZone: 'Europe/Berlin', minutes: 60, startOn: '2026-03-02' };
    await call('PUT', paths.schedule(teamId), 'Amara', schedule);
    const profile = await call('GET', paths.profile(teamId, 'me'), 'Mei');
    await call('PUT', paths.profile(teamId, 'me'), 'Mei', { about: '', timeZone: 'Asia/Tokyo' }, profile.version);

    const zones = await Promise.all(['Mei', 'Lukas'].map((name) => call('GET', paths.myReminders(teamId), name)));
    expect(zones.map(({ body }) => body.timeZone)).toEqual(['Asia/Tokyo', 'Europe/Berlin']);
  });
});

describe('what the bot says to the team', () => {
  test('is chosen by an owner and read by everybody', async () => {
    const { teamId } = await aTeam();
    const path = paths.reminders(teamId);
    const before = await call('GET', path, 'Mei');
    expect(teamRemindersSchema.parse(before.body)).toEqual({ before: true, start: true, recap: true });
    const wanted = { before: true, start: false, recap: true };

    const refused = await call('PUT', path, 'Mei', wanted, before.version);
    const without = await call('PUT', path, 'Amara', wanted);
    const chosen = await call('PUT', path, 'Amara', wanted, before.version);
    const again = await call('PUT', path, 'Amara', wanted, before.version);
    const stale = await call('PUT', path, 'Amara', { ...wanted, recap: false }, before.version);

    expect([refused.status, refused.body.code]).toEqual([403, 'reminder.ownersOnly']);
    expect(without.status).toBe(428);
    expect([chosen.status, again.status, again.version]).toEqual([200, 200, chosen.version]);
    expect(stale.status).toBe(412);
    expect((await call('GET', path, 'Mei')).body).toEqual(wanted);
  });

  test('what became of it everybody reads; what was told to one person stands nowhere in it', async () => {
    const ref = await aTeam();
    const said = (of: Partial<Said>): Said => ({
      to: null,
      date: '2026-11-19',
      kind: 'before',
      state: 'sent',
      dueAt: noon,
      changedAt: noon,
      post: '{"conversationId":"19:secret"}',
      shows: '',
      trouble: null,
      ...of,
    });
    const all = [
      said({ date: '2026-11-12', state: 'late' }),
      said({}),
      said({ kind: 'start', state: 'unknown', trouble: 'no clear answer' }),
      said({ kind: 'recap', state: 'claimed' }),
      said({ to: idOf('Mei'), kind: 'digest', shows: 'actionDue.secret' }),
    ];
    for (const each of all) await service.storage.reminders.claim(ref, each);

    for (const name of ['Amara', 'Mei']) {
      const log = await call('GET', paths.reminderLog(ref.teamId), name);
      expect(reminderLogSchema.parse(log.body).items).toEqual([
        { kind: 'before', date: '2026-11-19', state: 'sent', at: noon.toISOString() },
        { kind: 'start', date: '2026-11-19', state: 'unknown', at: noon.toISOString() },
        { kind: 'before', date: '2026-11-12', state: 'late', at: noon.toISOString() },
      ]);
      expect(JSON.stringify(log.body)).not.toContain('secret');
    }
  });
});
