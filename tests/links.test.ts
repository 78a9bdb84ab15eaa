import { subPage } from '../bot/contract/subPage.ts';
import { linksIntoTeams } from '../bot/links.ts';
import { aKudosId, aRef, idOf } from './support/builders.ts';
import { aGoalId } from './support/buildersOfGoals.ts';

test('links go to the personal tab, which everybody has, and say there whose page it is and at what', () => {
  const links = linksIntoTeams('66666666-6666-4666-8666-666666666666', 'https://people-hour.contoso.com');
  const [ref, kudos, goal, person] = [aRef(), aKudosId(), aGoalId(), idOf('Ana')];
  const team = ref.teamId;

  const all = [
    links.wall(ref, null),
    links.wall(ref, kudos),
    links.goals(ref, null),
    links.goals(ref, goal),
    links.person(ref, person),
    links.hour(ref),
  ].map((link) => new URL(link));

  for (const { origin, pathname, searchParams } of all) {
    expect(`${origin}${pathname}`).toBe(
      'https://teams.microsoft.com/l/entity/66666666-6666-4666-8666-666666666666/people-hour',
    );
    expect(searchParams.get('webUrl')).toBe('https://people-hour.contoso.com/tab');
  }
  const pages = all.map(({ searchParams }) => JSON.parse(searchParams.get('context')!) as { subEntityId: string });
  expect(pages.map(({ subEntityId }) => subPage.read(subEntityId))).toEqual([
    { team, door: 'kudos', id: null },
    { team, door: 'kudos', id: kudos },
    { team, door: 'goals', id: null },
    { team, door: 'goals', id: goal },
    { team, door: 'people', id: person },
    { team, door: 'hour', id: null },
  ]);
});
