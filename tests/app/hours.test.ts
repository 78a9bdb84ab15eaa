/* Hours on real storage, by two instances of the service, when many do something in the same moment and when answers get lost. */
import { randomUUID } from 'node:crypto';
import { Away, ChangedMeanwhile } from '../../bot/app/ports.ts';
import type { HourDate, TeamRef } from '../../bot/domain/ids.ts';
import { hourLimits } from '../../bot/domain/hour.ts';
import { noteId, topicId } from '../../bot/domain/ids.ts';
import { openStorage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aGift, aKudosId, aProfile, idOf, noon } from '../support/builders.ts';
import { aNote, aSchedule, aTopic, nextThursday, thursday } from '../support/buildersOfHours.ts';
import { anActor, anAppWorld, type AppWorld } from '../support/buildersOfWorlds.ts';
import { startStorageProxy, type StorageProxy, troubleOnce, troubles } from '../support/storageProxy.ts';

let azurite: Azurite;
let proxy: StorageProxy;
let world: AppWorld;
let ref: TeamRef;
let instances: ReturnType<AppWorld['anInstance']>[];
beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startStorageProxy(azurite);
});
afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});
beforeEach(async () => {
  proxy.trouble = () => null;
  world = anAppWorld(await openStorage({ connectionString: proxy.connectionString }, freshTable()));
  ref = await world.aTeamOf(...names);
  await world.schedules.save(ref, aSchedule({ time: '14:00' }), null, noon);
  instances = [world.anInstance(), world.anInstance()];
});
afterEach(() => world.settled());

const crowd = Array.from({ length: 20 }, (_, at) => `Person ${at}`);
const names = ['Amara', 'Mei', 'Lukas', 'Priya', ...crowd];
const amara = anActor('Amara');
const one = () => instances[0]!;
const open = (at = 0, who = 'Amara', date: HourDate = thursday) =>
  instances[at]!.hours.open(anActor(who), ref.teamId, date, null);
const close = (at = 0, who = 'Amara') => instances[at]!.hours.close(anActor(who), ref.teamId, thursday, null);
const look = (who = 'Amara', date: HourDate = thursday) => one().hours.find(anActor(who), ref.teamId, date);
const write = (who: string, text: string, at = 0, id = noteId(randomUUID())) =>
  instances[at]!.agenda.note(anActor(who), ref.teamId, thursday, id, { text, kind: 'note', keep: true }, null);

/** Whoever is told that storage is away simply sends it again. */
async function again<Done>(deed: () => Promise<Done>): Promise<Done> {
  try {
    return await deed();
  } catch (trouble) {
    if (!(trouble instanceof Away)) throw trouble;
    return deed();
  }
}

test('opened by ten at once on two instances, an hour begins once, and what waited for it comes into sight once', async () => {
  await world.profiles.save(ref, idOf('Mei'), aProfile({ thankMe: 'hour' }), 'none');
  const gifts = [aKudosId(), aKudosId(), aKudosId()];
  for (const id of gifts) await world.kudos.give(amara, ref.teamId, id, aGift(), { by: 'giver', place: null });

  const answers = await Promise.all(crowd.slice(0, 10).map((who, at) => open(at % 2, who)));

  for (const { hour } of answers) expect([hour.openedAt, hour.edition]).toEqual([noon, 1]);
  const { thanks, present } = await look();
  expect(thanks.map(({ id }) => id).sort()).toEqual([...gifts].sort());
  expect(present).toHaveLength(10);
  const { items } = await world.kudos.list(anActor('Priya'), ref.teamId, {}, null, 20);
  expect(items.map(({ thing }) => thing.openedIn)).toEqual([thursday, thursday, thursday]);
  await open(1, 'Lukas');
  expect((await look()).thanks).toHaveLength(3);
});

test('closed by ten at once on two instances, an hour is remembered once', async () => {
  await open();

  const answers = await Promise.all(crowd.slice(0, 10).map((who, at) => close(at % 2, who)));

  for (const { hour } of answers) expect([hour.status, hour.closedAt, hour.edition]).toEqual(['held', noon, 2]);
  expect((await world.hours.turns(ref))!.thing).toMatchObject({ held: 1, givenBack: 45 });
});

test('ten who arrange the hour from one edition: one is kept, and nine are told that they were not', async () => {
  const arrange = (who: string, at: number) =>
    instances[at % 2]!.hours.arrange(anActor(who), ref.teamId, thursday, { facilitator: idOf(who) }, '0');

  const results = await Promise.allSettled(crowd.slice(0, 10).map(arrange));

  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  expect(failures).toHaveLength(9);
  for (const failure of failures) expect(failure).toBeInstanceOf(ChangedMeanwhile);
  const winner = results.findIndex(({ status }) => status === 'fulfilled');
  expect((await look()).hour).toMatchObject({ facilitator: { name: crowd[winner] }, edition: 1 });
});

test('twenty who write, mark and support in the same moment are all heard, and an hour that is closed meanwhile has their words', async () => {
  await open();
  const topic = topicId(randomUUID());
  const words = { text: 'Quiet mornings', kind: 'talk' as const, messageLink: null };
  await one().agenda.topic(amara, ref.teamId, thursday, topic, words, null);

  await Promise.all([
    ...crowd.map((who, at) => write(who, `What ${who} said`, at % 2)),
    ...crowd.map((who) => one().agenda.mark(anActor(who), ref.teamId, thursday, 'present', true)),
    ...crowd.map((who) => one().agenda.supportTopic(anActor(who), ref.teamId, thursday, topic, true)),
    close(1),
  ]);

  const { notes, present, hour } = await look();
  expect(notes.map(({ text }) => text).sort()).toEqual(crowd.map((who) => `What ${who} said`).sort());
  expect(present).toHaveLength(21);
  expect(hour.status).toBe('held');
  const { topics } = await look('Amara', nextThursday);
  expect(topics[0]!.supporters).toHaveLength(20);
  // What was written after the last look is found as well, for whoever writes sees to it.
  await write('Mei', 'The very last word');
  const found = await one().hours.history(amara, ref.teamId, 'said very last', null, 10);
  expect(found.items).toHaveLength(1);
}, 60_000);

test.each(troubles)(
  'storage that fails ($how, $when) makes nothing of an hour twice, and nothing half',
  async (trouble) => {
    // Of whoever comes for the first time it is noted later that they are here: that is not the request that is to fail.
    await Promise.all([look('Amara'), look('Mei')]);
    await world.settled();

    await again(() => {
      troubleOnce(proxy, trouble);
      return open();
    });
    const stepped = await again(() => {
      troubleOnce(proxy, trouble);
      return one().hours.step(amara, ref.teamId, thursday, { segment: 1 }, null);
    });
    const id = noteId(randomUUID());
    await again(() => {
      troubleOnce(proxy, trouble);
      return write('Mei', 'We try it', 0, id);
    });
    const closed = await again(() => {
      troubleOnce(proxy, trouble);
      return close();
    });
    const moved = await again(() => {
      troubleOnce(proxy, trouble);
      const to = { date: '2026-11-27', time: null, reason: 'Fair' };
      return one().hours.move(amara, ref.teamId, nextThursday, to, null);
    });

    expect(stepped.hour.running).toMatchObject({ segment: 1 });
    expect(stepped.hour.pairs).toHaveLength(12);
    expect([closed.hour.status, closed.notes.length]).toEqual(['held', 1]);
    expect((await world.hours.turns(ref))!.thing).toMatchObject({ held: 1, givenBack: 45 });
    expect([moved.hour.date, moved.hour.movedFrom]).toEqual(['2026-11-27', nextThursday]);
    expect((await look('Mei', nextThursday)).hour).toMatchObject({ status: 'moved', movedTo: '2026-11-27' });
  },
);

test('what one instance has written the other one reads, and its pulse says so', async () => {
  const [first, second] = instances as [ReturnType<AppWorld['anInstance']>, ReturnType<AppWorld['anInstance']>];
  const before = await second.hours.pulse(amara, ref.teamId);

  await first.agenda.mark(anActor('Mei'), ref.teamId, thursday, 'away', true);

  expect((await second.hours.pulse(amara, ref.teamId)).pulse).not.toBe(before.pulse);
  expect((await second.hours.find(amara, ref.teamId, thursday)).away.map(({ name }) => name)).toEqual(['Mei']);
});

test('an agenda takes a hundred topics, and not many more when several come at the very same moment', async () => {
  const raise = (who: string) =>
    one().agenda.topic(
      anActor(who),
      ref.teamId,
      thursday,
      topicId(randomUUID()),
      { text: 'Quiet mornings', kind: 'talk', messageLink: null },
      null,
    );
  for (let round = 0; round < 5; round++) await Promise.allSettled(crowd.map(raise));

  await expect(raise('Mei')).rejects.toMatchObject({ code: 'topic.tooMany' });
  expect((await look()).topics).toHaveLength(100);
}, 60_000);

test('an hour takes as much as anybody can read, of lines as of topics that were talked about, and no more', async () => {
  const [lines, topics] = [hourLimits.written, hourLimits.written].map((many) => Array.from({ length: many }));
  const [first] = await Promise.all(
    lines!.map(async () => {
      const note = aNote('Mei');
      await world.hours.addNote(ref, thursday, note);
      return note;
    }),
  );
  await Promise.all(topics!.map(() => world.topics.add(ref, aTopic('Mei', { state: 'talked', closedIn: thursday }))));
  const topic = aTopic('Mei');
  await world.topics.add(ref, topic);
  const settle = (state: 'talked' | 'open') => one().agenda.settleTopic(amara, ref.teamId, thursday, topic.id, state);
  const edit = { text: 'Put better', kind: 'note' as const, keep: true };

  await expect(write('Amara', 'One more')).rejects.toMatchObject({ code: 'hour.full' });
  await expect(settle('talked')).rejects.toMatchObject({ code: 'hour.full' });
  expect((await settle('open')).topic.state).toBe('open');
  const changed = await one().agenda.note(anActor('Mei'), ref.teamId, thursday, first!.id, edit, '1');
  expect(changed.note.text).toBe('Put better');
  expect((await look()).notes).toHaveLength(hourLimits.written);
  expect((await one().agenda.note(amara, ref.teamId, nextThursday, noteId(randomUUID()), edit, null)).isNew).toBe(true);
}, 60_000);
