import type { app } from '@microsoft/teams-js';
import { placeOf, themeOf } from '../../tabs/app/place.ts';
import { en } from '../../tabs/text/en.ts';
import { createText } from '../../tabs/text/text.ts';
import { callingBy, shortNames } from '../../tabs/ui/names.ts';
import { dayOf, weekOf } from '../../tabs/ui/when.ts';

const british = createText('en-GB', en);
const american = createText('en-US', en);
const person = (name: string) => ({ id: name.toLowerCase(), name });

describe('days and weeks, as somebody says them', () => {
  const now = new Date('2026-11-26T09:00:00'); // A Thursday.

  test.each([
    ['2026-11-26T00:01:00', 'today'],
    ['2026-11-25T23:59:00', 'yesterday'],
    ['2026-11-23T12:00:00', 'Monday'],
    ['2026-11-19T12:00:00', '19 November'],
    ['2025-11-19T12:00:00', '19 November 2025'],
    ['2026-11-26T10:00:00', 'today'],
  ])('%s is %s', (at, said) => {
    expect(dayOf(new Date(at), now, british)).toBe(said);
  });

  // How much room a range gives its dash is the browser's affair.
  test.each([
    ['2026-11-23T00:00:00', 'This week'],
    ['2026-11-22T23:59:00', 'Last week'],
    ['2026-11-15T12:00:00', '9–15 November'],
    ['2025-12-30T12:00:00', '29 December 2025–4 January 2026'],
  ])('%s is in: %s', (at, name) => {
    expect(weekOf(new Date(at), now, british).name.replaceAll(/\s*–\s*/g, '–')).toBe(name);
  });

  test('weeks begin where the reader’s calendar begins them', () => {
    const sunday = new Date('2026-11-22T12:00:00');
    expect(weekOf(sunday, now, british).name).toBe('Last week');
    expect(weekOf(sunday, now, american).name).toBe('This week');
  });
});

describe('what colleagues call each other', () => {
  const called = (...names: string[]) => [...shortNames(names.map(person)).values()];

  test('is the first name, as long as it is clear', () => {
    expect(called('Mei Tanaka', 'Jean-Luc Van Damme', 'Zoë Ångström')).toEqual(['Mei', 'Jean-Luc', 'Zoë']);
    expect(called('Mei Tanaka', 'Mei Ling', 'Jonas Lind')).toEqual(['Mei Tanaka', 'Mei Ling', 'Jonas']);
  });

  test('is the whole name where the first is not known', () => {
    const names = ['Haddad, Nadia (EXT)', 'Prince', 'نادية حداد', '田中 芽衣', 'Team Phone 2', 'Ana Maria de la Cruz'];
    expect(called(...names)).toEqual(names);
  });

  test('me first, and as you', () => {
    const people = ['Nadia Haddad', 'Tom Weber', 'Amara Okafor'].map(person);
    const calling = callingBy(shortNames(people), 'amara okafor', british);
    expect(calling.atStart(people)).toBe('You, Nadia and Tom');
    expect(calling.inside(people)).toBe('you, Nadia and Tom');
    expect(calling.inside([person('Somebody Wholeft')])).toBe('Somebody Wholeft');
  });
});

describe('where the page is', () => {
  const context = (parts: object) =>
    ({ app: { locale: 'en', theme: 'default', host: { clientType: 'web' } }, page: {}, ...parts }) as app.Context;
  const at = (parts: object, address = 'https://x/tab') => placeOf(context(parts), new URL(address));

  test.each([
    ['a channel', { channel: { id: 'c', membershipType: 'Regular' }, team: { internalId: 't' } }, 't'],
    ['a private channel', { channel: { id: 'c', membershipType: 'Private' }, team: { internalId: 't' } }, 'c'],
    ['a shared channel', { channel: { id: 'c', membershipType: 'Shared' }, team: { internalId: 't' } }, 'c'],
    ['a group chat', { chat: { id: 'g' } }, 'g'],
    ['the personal app', {}, null],
  ])('%s', (_where, parts, teamId) => {
    expect(at(parts).teamId).toBe(teamId);
  });

  test('what it was added with counts more than where it is', () => {
    expect(at({ chat: { id: 'g' } }, 'https://x/tab?team=t').teamId).toBe('t');
  });

  test('a link leads to the hour of the team that it names, and nowhere in the page of another team', () => {
    expect(at({ page: { subPageId: 't/hour' } })).toMatchObject({ teamId: 't', linkedTo: { door: 'hour', id: null } });
    expect(at({ page: { subPageId: 't/hour' } }, 'https://x/tab?team=u')).toMatchObject({
      teamId: 'u',
      linkedTo: null,
    });
  });

  test('only Teams makes it the page that asks what to pin', () => {
    expect(at({ chat: { id: 'g' }, page: { frameContext: 'settings' } }).kind).toBe('config');
    expect(at({ chat: { id: 'g' }, page: { frameContext: 'content' } }, 'https://x/tab/config').kind).toBe('team');
  });

  test('themes of today and of tomorrow', () => {
    expect(['default', 'dark', 'contrast', 'glass', 'sepia'].map(themeOf)).toEqual([
      'light',
      'dark',
      'contrast',
      'dark',
      'light',
    ]);
  });
});
