import { paths, routes, subPage } from '../../bot/contract/paths.ts';

test('every address that the tab calls is a route of the service, whatever the ids look like', () => {
  const odd = '19:a/b?c#d%2F e🎉@thread.tacv2';
  const calls = {
    me: paths.me(),
    team: paths.team(odd),
    values: paths.values(odd),
    people: paths.people(odd),
    profile: paths.profile(odd, odd),
    kudosList: paths.kudosList(odd),
    kudosPreview: paths.kudosPreview(odd),
    kudos: paths.kudos(odd, odd),
    kudosJoined: paths.kudosJoined(odd, odd),
  };

  for (const [name, path] of Object.entries(calls)) {
    const pattern = routes[name as keyof typeof calls];
    const parts = path.split('/');

    expect(parts).toHaveLength(pattern.split('/').length);
    pattern.split('/').forEach((part, index) => {
      expect(decodeURIComponent(parts[index]!)).toBe(part.startsWith(':') ? odd : part);
    });
  }
});

test('a link into the tab says whose page it is, and at which kudos, goal or person', () => {
  const [team, id] = ['19:studio@thread.tacv2', '33333333-3333-4333-8333-000000000001'];

  expect(
    [
      subPage.of(team, null),
      subPage.of(team, id),
      subPage.goals(team, null),
      subPage.goals(team, id),
      subPage.person(team, id),
      `${team}/elsewhere`,
      '',
    ].map(subPage.read),
  ).toEqual([
    { team, door: 'kudos', id: null },
    { team, door: 'kudos', id },
    { team, door: 'goals', id: null },
    { team, door: 'goals', id },
    { team, door: 'people', id },
    { team: `${team}/elsewhere`, door: 'kudos', id: null },
    { team: '', door: 'kudos', id: null },
  ]);
});
