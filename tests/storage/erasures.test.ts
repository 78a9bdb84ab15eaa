import { actionItemId, type PersonId, type TenantId } from '../../bot/domain/ids.ts';
import { someoneWhoLeft } from '../../bot/domain/team.ts';
import { afterHour, noTurns } from '../../bot/domain/turns.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aProfile, aRef, idOf, noon } from '../support/builders.ts';
import { aCheckIn, aComment, aGoal, anEntryId, aSupporter } from '../support/buildersOfGoals.ts';
import { aNote, anAction, anHour, aSchedule, aTopic, thursday } from '../support/buildersOfHours.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

const amara = { ...aPerson('Amara'), name: 'Amara Okafor' };
const [mei, lukas] = [aPerson('Mei'), aPerson('Lukas')];
/** In everything that she wrote, and in nothing else. */
const hers = 'zanzibar';

/** Amara did whatever there is to do, alone and with others, and others did things about her. */
async function aHistory(storage: Storage, ref = aRef()) {
  const { kudos, goals, entries, hours, topics, actions, avoids, schedules, profiles } = storage;
  await storage.teams.install(ref, { kind: 'team', name: 'Studio', address: 'x' });
  await storage.people.add(ref, [amara.id, mei.id, lukas.id]);
  await profiles.save(ref, amara.id, aProfile({ about: hers, strengths: [hers] }), 'none');
  await profiles.save(ref, mei.id, aProfile({ about: 'Mei' }), 'none');

  const visible = aKudos({ from: amara, to: [mei], text: `${hers} thanks`, joined: [lukas] });
  const both = aKudos({ from: lukas, to: [amara, mei], text: 'Thank you Amara Okafor and Mei' });
  const joined = aKudos({ from: mei, to: [lukas], text: 'Thank you for the review', joined: [amara] });
  await kudos.add(ref, visible, 'bot');
  await storage.cards.settle(ref, visible.id, ['where the card is']);
  for (const one of [
    aKudos({ from: amara, to: [mei], text: hers, visibility: 'private' }),
    aKudos({ from: amara, to: [mei], text: hers, visibility: 'hour' }),
    aKudos({ from: mei, to: [amara], text: 'About Amara Okafor alone' }),
    both,
    joined,
  ])
    await kudos.add(ref, one, 'none');
  const taken = aKudos({ from: amara, text: hers });
  const version = await kudos.add(ref, taken, 'none');
  await kudos.takeBack(ref, taken, version, amara.id);

  const own = aGoal({ title: hers, audience: 'team', ask: hers, askToTeam: true }, { owner: amara });
  await goals.add(ref, own);
  const before = (await goals.find(ref, own.id)) as { thing: typeof own; version: string };
  const checkIn = aCheckIn({ learned: hers });
  await goals.replace(ref, { ...own, checkIns: [checkIn] }, before, checkIn);
  await entries.comments.add(ref, own.id, aComment('Mei', { text: 'I can help' }));
  await entries.notes.add(ref, own.id, { id: anEntryId(), text: hers, messageLink: null, at: noon });
  const meis = aGoal(
    { audience: 'supporters' },
    {
      owner: mei,
      supporters: [{ ...aSupporter('Amara'), name: amara.name }, aSupporter('Lukas')],
      cheers: [{ ...amara, at: noon }],
      helpers: [{ ...amara, at: noon }],
    },
  );
  await goals.add(ref, meis);
  await entries.comments.add(ref, meis.id, { ...aComment('Amara', { text: hers }), author: amara });
  await entries.comments.add(ref, meis.id, aComment('Lukas'));

  await schedules.save(ref, aSchedule(), null, noon);
  await schedules.propose(ref, { by: amara, schedule: aSchedule(), at: noon });
  await topics.add(ref, { ...aTopic('Amara', { text: hers }), author: amara });
  const talked = { ...aTopic('Amara', { text: hers, state: 'talked', closedIn: thursday }), author: amara };
  await topics.add(ref, talked);
  const supported = aTopic('Mei', { supporters: [amara, lukas] });
  await topics.add(ref, supported);
  const decision = { ...aNote('Amara', { text: 'We try it', kind: 'decision' }), author: amara };
  for (const note of [decision, { ...aNote('Amara', { text: hers }), author: amara }, aNote('Mei', { text: 'Kept' })])
    await hours.addNote(ref, thursday, note);
  await hours.addNote(ref, thursday, { ...aNote('Amara', { text: hers, keep: false }), author: amara });
  await hours.mark(ref, thursday, 'away', amara, true);
  await hours.leaveWith(ref, thursday, amara, { plan: { if: hers, then: hers }, isShared: true });
  await hours.sayStatus(ref, thursday, { by: amara, text: hers, at: noon }, null);
  const hour = anHour({
    status: 'open',
    facilitator: amara,
    spotlight: mei,
    pairs: [[amara.id, mei.id]],
    digest: `${hers}\nWe try it\nKept`,
  });
  await hours.save(ref, hour, null);
  const found = (await hours.find(ref, thursday))!;
  await hours.close(ref, { ...hour, status: 'held' }, found.version, afterHour(noTurns, hour), null);

  const owned = anAction('Amara', { text: hers });
  await actions.add(ref, { ...owned, owner: amara, by: amara });
  const promised = { ...anAction('Mei'), promisedTo: amara, by: amara };
  await actions.add(ref, promised);
  await avoids.save(ref, amara.id, [mei.id], noon);
  await avoids.save(ref, lukas.id, [amara.id, mei.id], noon);
  return { ref, visible, both, joined, own, meis, decision, supported, promised, owned };
}

/** Where anything of her is in the whole table, in words or in keys. */
async function tracesIn(table: string): Promise<string[]> {
  const client = clientFor(azurite.connectionString, table);
  const traces = [];
  const sought = [
    amara.id,
    keys.partOfPerson(amara.id),
    amara.name,
    hers,
    Buffer.from(hers.slice(0, 6)).toString('base64url'),
  ];
  for await (const { etag: _, timestamp: _at, ...row } of client.listEntities())
    for (const trace of sought) if (JSON.stringify(row).includes(trace)) traces.push(`${row.rowKey}: ${trace}`);
  return traces;
}

async function eraseEverywhere({ erasures }: Storage, tenantId: TenantId) {
  const asked = await erasures.ask({ person: { tenantId, personId: amara.id } }, noon);
  await erasures.personEverywhere(asked);
  await erasures.done(asked);
}

test('who is erased is nowhere in the table any more, and what others share with them stays theirs', async () => {
  const table = freshTable();
  const storage = await openStorage({ connectionString: azurite.connectionString }, table);
  const { ref, visible, both, joined, own, meis, decision, supported, promised, owned } = await aHistory(storage);
  const due = { partitionKey: keys.duePartition(3), rowKey: keys.due(ref, amara.id) };
  await clientFor(azurite.connectionString, table).createEntity(due);
  expect((await tracesIn(table)).length).toBeGreaterThan(60);

  const { posts } = await storage.erasures.personIn(ref, amara.id);
  await eraseEverywhere(storage, ref.tenantId);

  expect(await tracesIn(table)).toEqual([]);
  expect(posts).toEqual(['where the card is']);
  expect(await storage.kudos.find(ref, visible.id)).toEqual({ takenBackBy: someoneWhoLeft.id });
  expect(await storage.kudos.add(ref, visible, 'none')).toBe('taken');
  expect((await storage.kudos.find(ref, both.id)) as object).toMatchObject({
    thing: { ...both, to: [mei], text: 'Thank you […] and Mei' },
  });
  expect((await storage.kudos.find(ref, joined.id)) as object).toMatchObject({ thing: { ...joined, joined: [] } });
  expect(await storage.goals.find(ref, own.id)).toEqual({ removedBy: someoneWhoLeft.id });
  expect((await storage.goals.find(ref, meis.id)) as object).toMatchObject({
    thing: { ...meis, supporters: [aSupporter('Lukas')], cheers: [], helpers: [] },
  });
  expect((await storage.entries.comments.list(ref, meis.id, null, 9)).items.map(({ author }) => author)).toEqual([
    lukas,
  ]);
  expect((await storage.topics.find(ref, supported.id)) as object).toMatchObject({ thing: { supporters: [lukas] } });
  expect(await storage.actions.find(ref, owned.id)).toBe('removed');
  expect((await storage.actions.find(ref, promised.id)) as object).toMatchObject({
    thing: { ...promised, promisedTo: null, by: someoneWhoLeft },
  });
  const hour = (await storage.hours.find(ref, thursday))!.thing;
  expect(hour).toMatchObject({ facilitator: someoneWhoLeft, spotlight: mei, pairs: [[someoneWhoLeft.id, mei.id]] });
  expect(hour.digest).toBe('We try it\nKept');
  const { notes, exits, status, away } = await storage.hours.entries(ref, thursday);
  expect(notes.map(({ author, text }) => [author.name, text]).sort()).toEqual([
    ['Mei', 'Kept'],
    [someoneWhoLeft.name, decision.text],
  ]);
  expect([exits, status, away]).toEqual([[], [], []]);
  expect(await storage.avoids.all(ref, noon)).toEqual([[lukas.id, mei.id]]);
  expect(await storage.people.teamsOf(ref.tenantId, amara.id)).toEqual([]);
  expect((await storage.profiles.find(ref, mei.id)).thing.about).toBe('Mei');
  const client = clientFor(azurite.connectionString, table);
  expect(await everyIndexMatches(client, keys.teamPartition(ref))).toEqual([]);
});

test('who once was in a team is found there too, and the same person of another tenant is somebody else', async () => {
  const table = freshTable();
  const storage = await openStorage({ connectionString: azurite.connectionString }, table);
  const left = await aHistory(storage);
  await storage.people.remove(left.ref, [amara.id]);
  const elsewhere = await aHistory(storage, aRef({ tenantId: '99999999-9999-4999-8999-999999999999' as never }));
  const partition = keys.teamPartition(elsewhere.ref);
  const client = clientFor(azurite.connectionString, table);
  const rowsOf = async () => {
    const rows = [];
    for await (const row of client.listEntities({ queryOptions: { filter: `PartitionKey eq '${partition}'` } }))
      rows.push(row);
    return rows;
  };
  const before = await rowsOf();

  await eraseEverywhere(storage, left.ref.tenantId);

  expect(await rowsOf()).toEqual(before);
  expect(await storage.goals.find(left.ref, left.own.id)).toEqual({ removedBy: someoneWhoLeft.id });
  expect(await storage.people.teamsOf(elsewhere.ref.tenantId, amara.id)).toEqual([elsewhere.ref.teamId]);
});

test('a team that is erased leaves nothing, not even that somebody was in it', async () => {
  const table = freshTable();
  const storage = await openStorage({ connectionString: azurite.connectionString }, table);
  const { ref } = await aHistory(storage);
  const other = await aHistory(storage);
  const [silent, gone] = ['Silent', 'Gone'].map(idOf) as [PersonId, PersonId];
  for (const each of [ref, other.ref]) {
    await storage.people.add(each, [silent, gone]);
    await storage.people.leave(each, [gone]);
  }
  const client = clientFor(azurite.connectionString, table);
  const due = (of: typeof ref) => ({ partitionKey: keys.duePartition(7), rowKey: keys.due(of, mei.id) });
  for (const each of [ref, other.ref]) await client.createEntity(due(each));

  await storage.erasures.team(ref);

  const partitions = new Set();
  const plans = [];
  for await (const { partitionKey, rowKey } of client.listEntities()) {
    partitions.add(partitionKey);
    if (partitionKey!.startsWith('due.')) plans.push(rowKey);
  }
  expect(plans).toEqual([keys.due(other.ref, mei.id)]);
  expect(partitions.has(keys.teamPartition(ref))).toBe(false);
  expect(partitions.has(keys.teamPartition(other.ref))).toBe(true);
  for (const person of [mei.id, silent, gone])
    expect(await storage.people.everIn(ref.tenantId, person)).toEqual([other.ref.teamId]);
  expect(await storage.actions.find(ref, actionItemId(idOf('any')))).toBeNull();
});
