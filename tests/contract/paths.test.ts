import { paths, routes } from '../../bot/contract/paths.ts';

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
