/* Who is erased is not named any more in what the bot has said, wherever the bot can still change it. */
import { randomUUID } from 'node:crypto';
import { actionItemId, noteId } from '../../bot/domain/ids.ts';
import { aKudos, idOf } from '../support/builders.ts';
import { thursday } from '../support/buildersOfHours.ts';
import type { Post } from '../support/fakeConnector.ts';
import { textsIn } from '../support/teamsWorldCards.ts';
import { actor, shown, useTeamsRoom } from '../support/teamsWorldRoom.ts';

const here = useTeamsRoom();
const people = ['Ana Okafor', 'Ben Tan', 'Cem Brandt'];
const itIs = (instant: string) => {
  here.room.clock.now = () => new Date(instant);
};
const allOf = (posts: readonly Post[]) => posts.flatMap((post) => textsIn(shown(post))).join('\n');

test('posts of hours that were long ago, and kudos that also thank others, are put right; a kudos of theirs is not there any more', async () => {
  const { useCases, storage, connector } = here.room;
  itIs('2026-11-16T09:00:00Z');
  const design = await here.room.have('Design', people);
  await here.room.hourIn(design, 'Ana Okafor');
  const [ana, ben] = [actor('Ana Okafor'), actor('Ben Tan')];
  const { teamId } = design.ref();
  const attendAt = async (instant: string) => {
    itIs(instant);
    await useCases.reminders.attend(design.ref());
  };
  const thanks = { of: 'Thank you for the calm handover', by: 'Thank you for the long patience' };
  await here.room.thanks(design, 'Ana Okafor', ['Ben Tan', 'Cem Brandt'], thanks.of);
  await here.room.thanks(design, 'Ben Tan', ['Cem Brandt'], thanks.by);
  await attendAt('2026-11-18T09:00:00Z');
  await useCases.agenda.sayStatus(ben, teamId, thursday, 'Shipped the map');
  await here.room.settled();
  await attendAt('2026-11-19T09:00:00Z');
  await useCases.hours.open(ana, teamId, thursday, null);
  const promise = { text: 'Write one page', owner: idOf('Ben Tan'), dueOn: null, promisedTo: null, hour: thursday };
  await useCases.actions.save(ana, teamId, actionItemId(randomUUID()), promise, null);
  const kept = { ...promise, text: 'Ask who was not there', owner: idOf('Cem Brandt'), promisedTo: idOf('Ben Tan') };
  await useCases.actions.save(ana, teamId, actionItemId(randomUUID()), kept, null);
  await useCases.agenda.note(
    ana,
    teamId,
    thursday,
    noteId(randomUUID()),
    { text: 'We try it', kind: 'decision', keep: true },
    null,
  );
  await useCases.hours.close(ana, teamId, thursday, null);
  await attendAt('2026-11-19T10:30:00Z');
  await here.room.settled();
  for (const words of ['Ben Tan', 'Shipped the map', 'Write one page', thanks.by])
    expect(allOf(connector.posts)).toContain(words);

  itIs('2026-12-17T10:00:00Z');
  await useCases.dataRights.eraseMe(ben);
  await here.room.settled();

  const left = allOf(connector.posts);
  expect(JSON.stringify(connector.posts.map(({ activity }) => activity))).not.toContain(idOf('Ben Tan'));
  for (const words of ['Ben Tan', 'Shipped the map', 'Write one page', thanks.by]) expect(left).not.toContain(words);
  for (const words of ['Cem Brandt', 'Ask who was not there', 'We try it', thanks.of]) expect(left).toContain(words);
  expect(await storage.erasures.asked()).toEqual([]);
});

test('a team that was deleted begins with nothing when the app comes back, whatever came in late', async () => {
  const { useCases, storage } = here.room;
  const design = await here.room.have('Design', people);
  await here.room.thanks(design, 'Ana Okafor', ['Ben Tan'], 'Thank you for the review');
  await useCases.dataRights.deleteTeam(actor('Ana Okafor'), design.ref().teamId);
  await storage.kudos.add(design.ref(), aKudos({ text: 'Thank you from too late' }), 'none');

  await design.install('Ana Okafor');
  await here.room.settled();

  expect(await here.room.wallOf(design, 'Cem Brandt')).toEqual([]);
  expect(await storage.erasures.asked()).toEqual([]);
  await here.room.thanks(design, 'Ana Okafor', ['Ben Tan'], 'Thank you for beginning again');
  itIs(new Date(Date.now() + 3600_000).toISOString());
  await useCases.dataRights.nightly();
  expect(await here.room.wallOf(design, 'Cem Brandt')).toHaveLength(1);
});
