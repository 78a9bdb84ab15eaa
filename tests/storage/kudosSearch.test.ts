import type { KudosTerm } from '../../bot/app/kudosPorts.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import type { Kudos } from '../../bot/domain/kudos.ts';
import { stemsOf } from '../../bot/storage/searchWords.ts';
import type { Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshStorage, startAzurite } from '../support/azurite.ts';
import { aKudos, aPerson, aRef, idOf } from '../support/builders.ts';

let azurite: Azurite;
let storage: Storage;
beforeAll(async () => {
  azurite = await startAzurite();
  storage = await freshStorage(azurite);
});
afterAll(() => azurite.stop());

async function aWallWith(...kudos: Partial<Kudos>[]): Promise<TeamRef> {
  const ref = aRef();
  for (const of of kudos) await storage.kudos.add(ref, aKudos(of), 'none');
  return ref;
}
const aTerm = (word: string, of: Partial<KudosTerm> = {}): KudosTerm => ({ word, people: [], values: [], ...of });
async function textsFor(ref: TeamRef, ...terms: (KudosTerm | string)[]): Promise<string[]> {
  const asked = terms.map((term) => (typeof term === 'string' ? aTerm(term) : term));
  const { items } = await storage.kudos.list(ref, idOf('Jonas'), { terms: asked }, null, 100);
  return items.map(({ thing }) => thing.text).sort();
}

test.each([
  ['a short word, as it is', 'Thanks for the demo', 'demo'],
  ['the beginning of a long word', 'Your presentation was clear', 'presen'],
  ['all of a long word', 'Your presentation was clear', 'presentation'],
  ['another case', 'THANKS for the DEMO', 'demo'],
  ['without its accents', 'Coffee in the Café', 'cafe'],
  ['typed with accents', 'Coffee in the Cafe', 'café'],
  ['in full width', 'Thanks for the ＤＥＭＯ', 'demo'],
  ['with an apostrophe', 'You didn’t give up', 'didn’t'],
  ['one half of a compound', 'Such a well-known trick', 'known'],
  ['both halves of a compound', 'Such a well-known trick', 'well-known'],
  ['a word beside punctuation', 'Thanks (really)!', 'really'],
  ['a number', 'Thanks for Q4 and 2026', '2026'],
  ['a single Chinese character', '好 的 工作', '好'],
  ['a Chinese word', '感谢你的帮助', '感谢'],
  ['a Japanese sentence as it was said', '手伝ってくれてありがとう', '手伝ってくれて'],
  ['Arabic', 'شكرا جزيلا على المساعدة', 'جزيلا'],
  ['an address', 'Thanks for https://example.com/page', 'example.com'],
])('search finds %s', async (_, text, word) => {
  const ref = await aWallWith({ text }, { text: 'Something else entirely' });

  expect(await textsFor(ref, word)).toEqual([text]);
});

test.each([
  ['the beginning of a short word', 'Thanks for the demo', 'dem'],
  ['five letters of a longer word', 'Your presentation was clear', 'prese'],
  ['the end of a word', 'Your presentation was clear', 'sentation'],
  ['another word that begins the same', 'Your presentation was clear', 'presenter'],
  ['a single letter', 'Team A was great', 'a'],
  ['only punctuation', 'Thanks - really', '-'],
  ['only emoji', 'Thanks 🎉 really', '🎉'],
])('search does not look for %s', async (_, text, word) => {
  const ref = await aWallWith({ text });

  expect(await textsFor(ref, word)).toEqual([]);
});

test('what it changed is searched like the text', async () => {
  const ref = await aWallWith({ text: 'Thanks for yesterday', effect: 'I finally understood hydraulics' });

  expect(await textsFor(ref, 'hydraulics')).toEqual(['Thanks for yesterday']);
});

test('every term has to be met, each in its own way', async () => {
  const ref = await aWallWith(
    { text: 'The demo was clear', to: [aPerson('Mei')], value: 'Care' },
    { text: 'The demo was brave', to: [aPerson('Lukas')], value: 'Courage' },
    { text: 'The review was clear', to: [aPerson('Mei')], value: null },
  );
  const mei = aTerm('mei', { people: [idOf('Mei')] });

  expect(await textsFor(ref, 'demo', mei)).toEqual(['The demo was clear']);
  expect(await textsFor(ref, 'clear', mei)).toEqual(['The demo was clear', 'The review was clear']);
  expect(await textsFor(ref, aTerm('care', { values: ['Care'] }), 'demo')).toEqual(['The demo was clear']);
  expect(await textsFor(ref, 'demo', 'nothing')).toEqual([]);
});

test('a term is met by a word, a person or a value, whichever it is', async () => {
  const ref = await aWallWith(
    { text: 'Mei was mentioned here', to: [aPerson('Lukas')] },
    { text: 'Given to her', to: [aPerson('Mei')] },
    { text: 'For the value', to: [aPerson('Lukas')], value: 'Meifulness' },
    { text: 'None of it', to: [aPerson('Lukas')] },
  );

  const found = await textsFor(ref, aTerm('mei', { people: [idOf('Mei')], values: ['Meifulness'] }));

  expect(found).toEqual(['For the value', 'Given to her', 'Mei was mentioned here']);
});

test('a dash or a lone letter between words does not stand in the way', async () => {
  const ref = await aWallWith({ text: 'Thank a friend for the demo' });

  expect(await textsFor(ref, 'thank', '-', 'demo')).toEqual(['Thank a friend for the demo']);
  expect(await textsFor(ref, 'thank', 'a', 'friend')).toEqual(['Thank a friend for the demo']);
  expect(await textsFor(ref, 'thank', '🎉')).toEqual(['Thank a friend for the demo']);
});

test('a name that many share is still found', async () => {
  const sams = Array.from({ length: 8 }, (_, index) => `Sam ${index}`);
  const ref = await aWallWith(...sams.map((name) => ({ text: `For ${name} today`, to: [aPerson(name)] })), {
    text: 'For nobody of them',
    to: [aPerson('Mei')],
  });
  const sam = aTerm('sam', { people: sams.map(idOf), values: ['Samaritan', 'Same for all'] });

  expect(await textsFor(ref, sam)).toHaveLength(8);
});

test('of a very long text the longest words count', () => {
  const short = Array.from({ length: 60 }, (_, index) => `s${index}`);
  const long = Array.from({ length: 60 }, (_, index) => `${String.fromCharCode(97 + (index % 26))}${index}ngword`);

  const stems = stemsOf({ text: [...short, ...long].join(' '), effect: null });

  expect(stems).toHaveLength(80);
  for (const word of long) expect(stems).toContain(word.slice(0, 6));
});

test('two teams search their own walls', async () => {
  const [here, there] = [
    await aWallWith({ text: 'The demo was ours' }),
    await aWallWith({ text: 'The demo was theirs' }),
  ];

  expect(await textsFor(here, 'demo')).toEqual(['The demo was ours']);
  expect(await textsFor(there, 'demo')).toEqual(['The demo was theirs']);
});
