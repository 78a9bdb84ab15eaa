import fc from 'fast-check';
import {
  type ActionItem,
  actionLimits,
  closePromise,
  editAction,
  finishAction,
  postponeAction,
  removeAction,
  saysTheSame,
} from '../../bot/domain/actionItem.ts';
import { Refusal } from '../../bot/domain/refusal.ts';
import { addDays } from '../../bot/domain/time.ts';
import { aPerson, aRoster, idOf, noon } from '../support/builders.ts';
import { anAction } from '../support/buildersOfHours.ts';
import { refusalOf } from '../support/refusalOf.ts';

const people = ['Amara', 'Mei', 'Lukas', 'Priya'];
const roster = aRoster(...people);
const scene = { roster, now: noon };
const today = '2026-11-19';
const wordsOf = ({ text, owner, dueOn, promisedTo }: ActionItem) => ({
  text,
  owner: owner.id,
  dueOn,
  promisedTo: promisedTo?.id ?? null,
});

type Deed = { readonly by: string; readonly what: string; do(item: ActionItem): ActionItem | 'removed' };

const aDeed: fc.Arbitrary<Deed> = fc
  .record({
    by: fc.constantFrom(...people),
    what: fc.constantFrom('finish', 'keep', 'release', 'postpone', 'edit', 'unpromise', 'hand on', 'redate', 'remove'),
    days: fc.integer({ min: -3, max: 30 }),
  })
  .map(({ by, what, days }) => {
    const [me, dueOn] = [idOf(by), addDays(today, days)];
    const edit = (item: ActionItem, of: object) => editAction(item, { ...wordsOf(item), ...of }, me, scene);
    const deeds: Record<string, (item: ActionItem) => ActionItem | 'removed'> = {
      finish: (item) => finishAction(item, me, scene),
      keep: (item) => closePromise(item, 'kept', me, noon),
      release: (item) => closePromise(item, 'released', me, noon),
      postpone: (item) => postponeAction(item, dueOn, me, { roster, today }),
      edit: (item) => edit(item, { text: 'In other words' }),
      unpromise: (item) => edit(item, { promisedTo: null }),
      'hand on': (item) => edit(item, { owner: idOf('Lukas') }),
      redate: (item) => edit(item, { dueOn }),
      remove: (item) => (removeAction(item, me, roster), 'removed'),
    };
    return { by, what, do: deeds[what]! };
  });

test('what was promised is closed, dated anew, handed on and taken away only by who was promised it', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 20 }), (deeds) => {
      let item = anAction('Mei', { promisedTo: aPerson('Priya'), by: aPerson('Amara'), dueOn: '2026-11-20' });
      for (const deed of deeds) {
        const next = after(item, deed);
        if (next === item) continue;
        // The words may be put better; everything else needs Priya.
        if (deed.what !== 'edit') expect([deed.by, deed.what]).toEqual(['Priya', deed.what]);
        met.add(deed.what);
        if (next === 'removed') break;
        expect(next.promisedTo).toEqual(aPerson('Priya'));
        expect(item.status).toBe('open');
        expect(next.edition).toBe(item.edition + 1);
        expect(next.closedAt !== null).toBe(next.status !== 'open');
        item = next;
      }
    }),
    { numRuns: 300 },
  );
  expect([...met].sort()).toEqual(['edit', 'keep', 'postpone', 'release', 'remove']);
});

test('what nobody was promised is its owner’s to do, and its words are also their writer’s', () => {
  fc.assert(
    fc.property(fc.array(aDeed, { maxLength: 20 }), (deeds) => {
      let item = anAction('Mei', { by: aPerson('Amara'), dueOn: '2026-11-20' });
      for (const deed of deeds) {
        const next = after(item, deed);
        if (next === item) continue;
        expect(['keep', 'release']).not.toContain(deed.what);
        const mayWrite = [item.owner.name, 'Amara'].includes(deed.by);
        if (['finish', 'postpone'].includes(deed.what)) expect(deed.by).toBe(item.owner.name);
        else expect(mayWrite).toBe(true);
        if (next === 'removed') break;
        item = next;
      }
    }),
    { numRuns: 200 },
  );
});

function after(item: ActionItem, deed: Deed): ActionItem | 'removed' {
  try {
    return deed.do(item);
  } catch (trouble) {
    if (trouble instanceof Refusal) return item;
    throw trouble;
  }
}

test('a new date is agreed in time, is still to come, and the dates before it are remembered', () => {
  const item = anAction('Mei', { promisedTo: aPerson('Priya'), dueOn: today });
  const postpone = (to: string, of: ActionItem = item, now = today) =>
    postponeAction(of, to, idOf('Priya'), { roster, today: now });

  const once = postpone('2026-11-26');
  expect(postpone('2026-12-03', once)).toMatchObject({ dueOn: '2026-12-03', postponed: [today, '2026-11-26'] });
  expect(postpone('2026-11-26', once)).toBe(once);
  expect(refusalOf(() => postpone('2026-11-18'))).toBe('action.dateGone');
  expect(refusalOf(() => postpone('2026-11-26', item, '2026-11-20'))).toBe('action.tooLateToPostpone');
  expect(postpone('2026-11-26', { ...item, dueOn: null }).postponed).toEqual([]);
  let often = item;
  for (let days = 1; days <= 40; days++) often = postpone(addDays(today, days), often);
  expect(often.postponed).toHaveLength(actionLimits.postponed);
  expect(often.postponed.at(-1)).toBe(addDays(today, 39));
});

test('a promise to oneself is one’s own to keep, and done twice is done once', () => {
  const item = anAction('Mei', { promisedTo: aPerson('Mei') });
  const done = finishAction(item, idOf('Mei'), scene);

  expect(done.status).toBe('done');
  expect(finishAction(done, idOf('Mei'), scene)).toBe(done);
  expect(refusalOf(() => closePromise(done, 'kept', idOf('Mei'), noon))).toBe('action.closed');
  expect(closePromise(item, 'kept', idOf('Mei'), noon).status).toBe('kept');
});

test('who left holds nobody to a promise, and what is theirs is taken over by anybody', () => {
  const without = aRoster('Amara', 'Mei', 'Lukas');
  const promised = anAction('Mei', { promisedTo: aPerson('Priya') });
  const left = anAction('Priya', { by: aPerson('Priya') });
  const taken = { ...wordsOf(left), owner: idOf('Lukas') };

  expect(finishAction(promised, idOf('Mei'), { roster: without, now: noon }).status).toBe('done');
  expect(refusalOf(() => finishAction(promised, idOf('Lukas'), { roster: without, now: noon }))).toBe(
    'action.notYours',
  );
  expect(editAction(left, taken, idOf('Lukas'), { roster: without, now: noon }).owner).toEqual(aPerson('Lukas'));
  expect(refusalOf(() => editAction(left, taken, idOf('Lukas'), scene))).toBe('action.notYours');
  expect(refusalOf(() => editAction(left, wordsOf(left), idOf('Lukas'), { roster: without, now: noon }))).toBe(
    'action.notInTeam',
  );
  expect(saysTheSame(left, wordsOf(left))).toBe(true);
});
