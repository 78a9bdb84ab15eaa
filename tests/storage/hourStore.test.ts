import { ChangedMeanwhile } from '../../bot/app/ports.ts';
import { hourDate } from '../../bot/domain/ids.ts';
import { addDays } from '../../bot/domain/time.ts';
import { afterHour, noTurns } from '../../bot/domain/turns.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aPerson, aRef, idOf, laterBy, noon } from '../support/builders.ts';
import { anHour, aSchedule, nextThursday, thursday } from '../support/buildersOfHours.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

const held = () =>
  anHour({
    status: 'held',
    facilitator: aPerson('Amara'),
    spotlight: aPerson('Mei'),
    pairs: [['Amara', 'Mei', 'Lukas'].map(idOf), ['Priya', 'Jonas'].map(idOf)],
    closedAt: noon,
  });

test('an hour that nobody has touched is not there; one that was, is as it was saved', async () => {
  const ref = aRef();
  const open = anHour({
    status: 'open',
    reason: 'A client came',
    movedFrom: hourDate('2026-11-18'),
    facilitator: aPerson('Amara'),
    order: ['a', 'b'],
    pairs: [['Amara', 'Mei'].map(idOf)],
    running: { segment: 1, startedAt: noon, extraMinutes: 5, pausedAt: laterBy(9) },
    openedAt: noon,
    digest: 'How we say no',
  });

  const before = await storage.hours.find(ref, thursday);
  await storage.hours.save(ref, open, null);
  const after = await storage.hours.find(ref, thursday);

  expect(before).toBeNull();
  expect(after!.thing).toEqual(open);
});

test('of two who change an hour at once one is told, and nothing of the other is lost', async () => {
  const ref = aRef();
  await storage.hours.save(ref, anHour(), null);
  const { version } = (await storage.hours.find(ref, thursday))!;

  await storage.hours.save(ref, anHour({ edition: 2, facilitator: aPerson('Amara') }), version);
  const second = storage.hours.save(ref, anHour({ edition: 2, facilitator: aPerson('Mei') }), version);
  await expect(second).rejects.toThrow(ChangedMeanwhile);
  await expect(storage.hours.save(ref, anHour(), null)).rejects.toThrow(ChangedMeanwhile);

  expect((await storage.hours.find(ref, thursday))!.thing.facilitator).toEqual(aPerson('Amara'));
});

test('hours stand from a day on oldest first, and page by page newest first', async () => {
  const ref = aRef();
  const dates = [0, 7, 14, 21, 28].map((days) => hourDate(addDays('2026-12-31', -days)));
  for (const date of [...dates].sort(() => 0.5)) await storage.hours.save(ref, anHour({ date }), null);
  await storage.schedules.save(ref, aSchedule(), null, noon);

  const from = await storage.hours.from(ref, dates[2]!);
  const first = await storage.hours.list(ref, null, 2);
  const second = await storage.hours.list(ref, first.next, 2);
  const last = await storage.hours.list(ref, second.next, 2);

  expect(from.map(({ date }) => date)).toEqual([dates[2], dates[1], dates[0]]);
  expect([first, second, last].map(({ items }) => items.map(({ date }) => date))).toEqual([
    [dates[0], dates[1]],
    [dates[2], dates[3]],
    [dates[4]],
  ]);
  expect(last.next).toBeNull();
});

test('an hour is moved on both its days or on none', async () => {
  const ref = aRef();
  const friday = hourDate('2026-11-20');
  const away = anHour({ status: 'moved', movedTo: friday });
  const there = anHour({ date: friday, movedFrom: thursday });
  const taken = aRef();
  await storage.hours.save(taken, anHour({ date: friday }), null);

  await storage.hours.move(ref, away, null, there);
  await expect(storage.hours.move(taken, away, null, there)).rejects.toThrow(ChangedMeanwhile);

  expect((await storage.hours.from(ref, thursday)).map(({ status }) => status)).toEqual(['moved', 'planned']);
  expect(await storage.hours.find(taken, thursday)).toBeNull();
});

test('an hour is closed together with what is remembered of it, once', async () => {
  const ref = aRef();
  await storage.hours.save(ref, anHour({ status: 'open' }), null);
  const { version } = (await storage.hours.find(ref, thursday))!;
  const turns = afterHour(noTurns, held());

  await storage.hours.close(ref, held(), version, turns, null);
  await expect(storage.hours.close(ref, held(), version, turns, null)).rejects.toThrow(ChangedMeanwhile);
  const remembered = await storage.hours.turns(ref);
  // Another hour was counted meanwhile: nothing of this one is written.
  await storage.hours.save(ref, anHour({ date: nextThursday, status: 'open' }), null);
  const next = (await storage.hours.find(ref, nextThursday))!;
  const late = storage.hours.close(ref, { ...held(), date: nextThursday }, next.version, turns, 'older');

  await expect(late).rejects.toThrow(ChangedMeanwhile);
  expect(remembered!.thing).toEqual(turns);
  expect((await storage.hours.find(ref, thursday))!.thing.status).toBe('held');
  expect((await storage.hours.find(ref, nextThursday))!.thing.status).toBe('open');
});

test('nothing is remembered of a team without hours', async () => {
  expect(await storage.hours.turns(aRef())).toBeNull();
  expect(await storage.hours.from(aRef(), thursday)).toEqual([]);
  expect(await storage.hours.list(aRef(), null, 5)).toEqual({ items: [], next: null });
  expect(await storage.hours.pulse(aRef())).toBe('');
});
