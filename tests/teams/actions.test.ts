import { randomUUID } from 'node:crypto';
import { actionItemId } from '../../bot/domain/ids.ts';
import { idOf } from '../support/builders.ts';
import type { Place } from '../support/teamsWorld.ts';
import { buttonsIn } from '../support/teamsWorldCardParts.ts';
import { cardIn, sentenceIn, textsIn } from '../support/teamsWorldCards.ts';
import { actor, button, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana', 'Ben', 'Cem'];
const answer = () => here.room.connector.posts.at(-1);

async function note(place: Place, by: string, text: string, of: { to?: string; dueOn?: string } = {}) {
  const id = actionItemId(randomUUID());
  const words = {
    text,
    owner: 'me',
    dueOn: of.dueOn ?? null,
    promisedTo: of.to ? idOf(of.to) : null,
    hour: null,
  } as const;
  await here.room.useCases.actions.save(actor(by), place.ref().teamId, id, words, null);
  return id;
}

describe('what I said I would do, and what was promised to me', () => {
  test.each(['actions', 'My action items', 'AUFGABEN!', 'meine Aufgaben', 'المهام', 'promises'])(
    'is told to me alone, of all my teams: %s',
    async (words) => {
      const [design, research] = [await here.room.have('Design', people), await here.room.have('Research', people)];
      await note(design, 'Ben', 'Draw the map', { dueOn: '2030-12-01' });
      await note(design, 'Cem', 'Ask the others', { to: 'Ben', dueOn: '2030-12-02' });
      await note(design, 'Cem', 'Nothing of Ben’s');
      await note(research, 'Ben', '**Read** <at>Ana</at>', { to: 'Ana' });
      const done = await note(design, 'Ben', 'Done long ago');
      await here.room.useCases.actions.finish(actor('Ben'), design.ref().teamId, done);

      await here.room.teams.chatWithBot('Ben').as('Ben').says(words);
      expect(textsIn(shown(answer()))).toEqual([
        'Your open action items',
        'Design',
        'Draw the map, by Dec 1, 2030',
        'Cem promised you: Ask the others, by Dec 2, 2030',
        'Research',
        '**Read** <at>Ana</at> (promised to Ana)',
        'Only you see this.',
      ]);
      expect(buttonsIn(shown(answer())).map(({ title, url }) => [title, decodeURIComponent(url!)])).toEqual([
        ['Open the hour', expect.stringContaining(design.id)],
        ['Open the hour', expect.stringContaining(research.id)],
      ]);
    },
  );

  test('in a channel there is the way to it, and whoever presses sees their own', async () => {
    const design = await here.room.have('Design', people);
    await note(design, 'Ben', 'Secret of Ben');
    await design.as('Ana').says('actions');
    expect(JSON.stringify(here.room.connector.posts)).not.toContain('Secret');
    const data = button(answer(), 'Show me mine').data as object;
    expect(textsIn(cardIn(await design.as('Ben').opensDialog(data)))).toContain('Secret of Ben');
    expect(sentenceIn(await design.as('Cem').opensDialog(data))).toMatch(/^There is nothing open/);
    expect(sentenceIn(await design.as('Zoe').opensDialog(data))).toMatch(/^Action items belong to a team/);
  });
});
