import { createSaying, leaseInMs, type Speech } from '../../bot/app/saying.ts';
import type { Said } from '../../bot/app/reminderPorts.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aRef, noon } from '../support/builders.ts';
import { thursday } from '../support/buildersOfHours.ts';

let azurite: Azurite;
beforeAll(async () => void (azurite = await startAzurite()));
afterAll(() => azurite.stop());

const due: Speech['said'] = { to: null, date: thursday, kind: 'start', dueAt: noon, shows: '' };

test.each<[Said['state'], ReturnType<Speech['lapsed']>, Said['state']]>([
  ['claimed', 'late', 'late'],
  ['claimed', 'outdated', 'outdated'],
  ['claimed', null, 'sent'],
  ['sending', null, 'unknown'],
])('what somebody left behind as %s (%s) is counted once as what became of it: %s', async (left, lapsed, end) => {
  const storage = await freshStorage(azurite);
  const ref = aRef();
  const counted: [number, unknown][] = [];
  const later = new Date(noon.getTime() + leaseInMs);
  const saying = createSaying({
    reminders: storage.reminders,
    pace: async () => async () => {},
    clock: () => later,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    meter: { watch: () => {}, record: (_, value, tags) => void counted.push([value, tags]) },
  });
  const speech: Speech = {
    ref,
    said: due,
    lapsed: () => lapsed,
    prepare: async () => async () => ({ outcome: 'sent', post: 'there' }),
  };
  const said: Said = { ...due, state: left, changedAt: noon, post: null, trouble: null };
  await storage.reminders.claim(ref, said);
  const before = async () => storage.reminders.find(ref, said);

  expect((await saying.once(speech, await before())).said!.state).toBe(end);
  await saying.once(speech, await before());
  expect(counted).toEqual([[leaseInMs / 1000, { kind: 'start', outcome: end }]]);
});
