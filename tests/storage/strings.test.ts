import { personId, teamId } from '../../bot/domain/ids.ts';
import { folded, tidy, tidyLine } from '../../bot/domain/words.ts';
import { isIndexed, stemOf, stemsOf, wordsOfKudos } from '../../bot/storage/searchWords.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aProfile, aRef, idOf } from '../support/builders.ts';
import { aCheckIn, aComment, aGoal, anEntryId, aStep, aSupporter } from '../support/buildersOfGoals.ts';
import { hostileStrings } from '../support/hostileStrings.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

test.each(hostileStrings)('%j comes back exactly, from everywhere it is found', async (string) => {
  const ref = aRef();
  const text = tidy(string);
  const value = tidyLine(string).slice(0, 160);
  // Names are Teams' own and come as they are.
  const from = { id: personId('AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA'), name: string };
  const kudos = aKudos({ from, text, effect: text, value, joined: [{ id: idOf('Nadia'), name: string }] });
  const neighbour = aKudos({ text: 'Quite another matter altogether', value: 'Care' });
  await storage.kudos.add(ref, neighbour, 'none');

  const version = (await storage.kudos.add(ref, kudos, 'none')) as string;

  const found = { thing: kudos, version };
  const stems = stemsOf(kudos);
  const words = wordsOfKudos(kudos).filter((word) => isIndexed(word) && stems.includes(stemOf(word)));
  const filters = [
    { person: from.id },
    { value },
    ...words.slice(0, 3).map((word) => ({ terms: [{ word, people: [], values: [] }] })),
  ];
  expect(await storage.kudos.find(ref, kudos.id)).toEqual(found);
  for (const filter of filters) {
    expect(await storage.kudos.list(ref, idOf('Jonas'), filter, null, 10)).toEqual({ items: [found], next: null });
  }
  expect(Object.getPrototypeOf({})).toEqual(Object.prototype);
  expect('polluted' in {}).toBe(false);
});

test.each(hostileStrings)('looking for %j finds nothing that is not there, and breaks nothing', async (string) => {
  const ref = aRef();
  await storage.kudos.add(
    ref,
    aKudos({ text: 'Quite another matter altogether', from: { id: idOf('Amara'), name: 'Amara' } }),
    'none',
  );
  const terms = folded(tidyLine(string))
    .split(/\s+/)
    .slice(0, 8)
    .map((word) => ({ word, people: [], values: [] }));

  const { items } = await storage.kudos.list(ref, idOf('Mei'), { terms }, null, 10);

  expect(items).toEqual([]);
});

test.each(hostileStrings)('a profile and a team that say %j do so exactly', async (string) => {
  const ref = aRef();
  const profile = aProfile({ about: tidy(string), strengths: [tidyLine(string), 'maps'] });
  const facts = { kind: 'groupChat' as const, name: string.toWellFormed(), address: JSON.stringify({ string }) };

  const version = await storage.profiles.save(ref, idOf('Mei'), profile, 'none');
  await storage.teams.install(ref, facts);
  const stranger = await storage.teams.find({ ...ref, teamId: teamId(string) });

  expect(await storage.profiles.find(ref, idOf('Mei'))).toEqual({ thing: profile, version });
  expect((await storage.profiles.all(ref)).get(idOf('Mei'))).toEqual(profile);
  expect((await storage.teams.find(ref))!.thing).toMatchObject({ address: facts.address, team: { name: facts.name } });
  expect(stranger).toBeNull();
});

test.each(hostileStrings)('a goal, and what is added to it, says %j exactly, and to nobody else', async (string) => {
  const ref = aRef();
  const [text, line] = [tidy(string), tidyLine(string)];
  const owner = { id: personId('AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA'), name: string.toWellFormed() };
  const checkIn = aCheckIn({ learned: text });
  const goal = aGoal(
    { title: line, outcome: text, why: text, ifThen: { if: line, then: line }, ask: line, askToTeam: true },
    {
      owner,
      audience: 'supporters',
      steps: [{ ...aStep('One'), text: line }],
      supporters: [{ ...aSupporter('Mei'), name: owner.name }],
      checkIns: [checkIn],
      closings: [{ status: 'reached', learned: text, helpedBy: [owner], at: checkIn.at }],
    },
  );
  const comment = aComment('Mei', { text });
  const note = { id: anEntryId(), text, messageLink: null, at: checkIn.at };

  const version = await storage.goals.add(ref, goal);
  await storage.entries.comments.add(ref, goal.id, comment);
  await storage.entries.notes.add(ref, goal.id, note);

  expect(await storage.goals.find(ref, goal.id)).toEqual({ thing: goal, version });
  expect((await storage.goals.list(ref, idOf('Mei'), {}, null, 5)).items).toEqual([goal]);
  expect((await storage.goals.list(ref, idOf('Lukas'), {}, null, 5)).items).toEqual([]);
  expect((await storage.firstScreen.read(ref, owner.id, 5, '2026-11-19')).goals).toMatchObject([
    { title: line, nextStep: line },
  ]);
  expect((await storage.goals.asks(ref, null, 5)).items.map((ask) => ask.text)).toEqual(line ? [line] : []);
  expect(await storage.entries.comments.find(ref, goal.id, comment.id)).toEqual(comment);
  expect(await storage.entries.notes.find(ref, goal.id, note.id)).toEqual(note);
});
