import { paths, routes } from '../../bot/contract/paths.ts';
import { subPage } from '../../bot/contract/subPage.ts';

const odd = '19:a/b?c#d%2F e🎉@thread.tacv2';
const addresses = Object.entries(paths) as [keyof typeof paths, (...ids: string[]) => string][];

test.each(addresses)(
  'the address of %s that the tab calls is a route of the service, whatever the ids look like',
  (name, of) => {
    const parts = of(odd, odd, odd).split('/');
    const pattern = routes[name].split('/');

    expect(parts).toHaveLength(pattern.length);
    pattern.forEach((part, at) => {
      expect(decodeURIComponent(parts[at]!)).toBe(part.startsWith(':') ? odd : part);
    });
  },
);

test('no two routes have one pattern', () => {
  const patterns = Object.values(routes).map((pattern) => pattern.replace(/:\w+/g, ':'));

  expect(new Set(patterns).size).toBe(patterns.length);
});

test('a link into the tab says whose page it is, and at which kudos, goal, person or hour', () => {
  const [team, id] = ['19:studio@thread.tacv2', '33333333-3333-4333-8333-000000000001'];

  expect(
    [
      subPage.of(team, null),
      subPage.of(team, id),
      subPage.goals(team, null),
      subPage.goals(team, id),
      subPage.person(team, id),
      subPage.hour(team),
      `${team}/elsewhere`,
      '',
    ].map(subPage.read),
  ).toEqual([
    { team, door: 'kudos', id: null },
    { team, door: 'kudos', id },
    { team, door: 'goals', id: null },
    { team, door: 'goals', id },
    { team, door: 'people', id },
    { team, door: 'hour', id: null },
    { team: `${team}/elsewhere`, door: 'kudos', id: null },
    { team: '', door: 'kudos', id: null },
  ]);
});
