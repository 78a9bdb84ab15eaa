/* Whatever happens to goals, in any order: every list of every person holds exactly what the rules let them see. */
import fc from 'fast-check';
import { isRemoved } from '../../bot/app/goalPorts.ts';
import type { Versioned } from '../../bot/app/ports.ts';
import {
  audiences,
  checkIn,
  closeGoal,
  editGoal,
  type Goal,
  type GoalEdit,
  goalLimits,
  reopenGoal,
  tickStep,
} from '../../bot/domain/goal.ts';
import { answerOwner, askOf, cheer, offerHelp, standingOf, takeOfferBack } from '../../bot/domain/goalCircle.ts';
import type { PersonId, TeamRef } from '../../bot/domain/ids.ts';
import { Refusal } from '../../bot/domain/refusal.ts';
import * as keys from '../../bot/storage/keys.ts';
import { openStorage, type Storage } from '../../bot/storage/storage.ts';
import { type Azurite, freshTable, startAzurite } from '../support/azurite.ts';
import { aMember, aPerson, aRef, idOf, laterBy } from '../support/builders.ts';
import { aGoal, aGoalEdit, aGoalScene, anEntryId, aStep, everybody } from '../support/buildersOfGoals.ts';
import { often } from '../support/chance.ts';
import { clientFor, everyIndexMatches } from '../support/storageCheck.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

type Deed = { readonly goal: number; readonly by: string } & (
  | { readonly does: 'edit'; readonly edit: Partial<GoalEdit> }
  | { readonly does: 'answer' | 'offer'; readonly yes: boolean }
  | { readonly does: 'checkIn' | 'tick' | 'cheer' | 'reach' | 'drop' | 'reopen' | 'remove' }
);

const steps = ['One', 'Two'].map((text) => aStep(text));
const anEdit = fc.record({
  audience: fc.constantFrom(...audiences),
  supporters: fc.subarray(everybody.slice(0, 5)).map((names) => names.map(idOf)),
  ask: fc.constantFrom('', 'Half an hour', 'A book'),
  askToTeam: fc.boolean(),
  steps: fc.constantFrom([], steps),
});
const who = { goal: fc.nat(2), by: fc.constantFrom(...everybody) };
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ...who, does: fc.constant('edit' as const), edit: anEdit }) },
  {
    weight: 3,
    arbitrary: fc.record({ ...who, does: fc.constantFrom('answer' as const, 'offer' as const), yes: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...who,
      does: fc.constantFrom('checkIn' as const, 'tick', 'cheer', 'reach', 'drop', 'reopen', 'remove'),
    }),
  },
);

/** The goal after a deed by the rules; the same when the rules say no. */
function after(goal: Goal, deed: Deed, now: Date): Goal {
  const [by, owner] = [aMember(deed.by), goal.owner.id];
  const scene = { ...aGoalScene(), now };
  const said = { learned: '', helpedBy: [] };
  try {
    switch (deed.does) {
      case 'edit':
        return editGoal(
          goal,
          aGoalEdit({ ...deed.edit, supporters: without(owner, deed.edit.supporters) }),
          owner,
          scene,
        );
      case 'answer':
        return answerOwner(goal, by.id, deed.yes);
      case 'offer':
        return deed.yes ? offerHelp(goal, by, now) : takeOfferBack(goal, by.id);
      case 'checkIn':
        return checkIn(goal, { id: anEntryId(), learned: 'More', confidence: 4 }, [steps[0]!.id], owner, now);
      case 'tick':
        return tickStep(goal, steps[1]!.id, true, owner);
      case 'cheer':
        return cheer(goal, by, now);
      case 'reach':
        return closeGoal(goal, 'reached', said, owner, scene);
      case 'drop':
        return closeGoal(goal, 'dropped', said, owner, scene);
      case 'reopen':
        return reopenGoal(goal, owner);
      case 'remove':
        return goal;
    }
  } catch (trouble) {
    if (trouble instanceof Refusal) return goal;
    throw trouble;
  }
}
const without = (owner: PersonId, people: readonly PersonId[] = []) => people.filter((id) => id !== owner);

async function lived(storage: Storage, ref: TeamRef, deeds: readonly Deed[]): Promise<Goal[]> {
  const living = new Map<number, Versioned<Goal>>();
  for (const [at, owner] of ['Amara', 'Mei', 'Amara'].entries()) {
    const thing = aGoal({}, { owner: aPerson(owner), createdAt: laterBy(at) });
    living.set(at, { thing, version: (await storage.goals.add(ref, thing)) as string });
  }
  for (const [second, deed] of deeds.entries()) {
    const before = living.get(deed.goal);
    if (!before) continue;
    if (deed.does === 'remove') {
      await storage.goals.remove(ref, before);
      living.delete(deed.goal);
      const found = await storage.goals.find(ref, before.thing.id);
      expect(found && isRemoved(found)).toBe(true);
      continue;
    }
    const thing = after(before.thing, deed, laterBy(100 + second));
    if (thing === before.thing) continue;
    const added = deed.does === 'checkIn' ? thing.checkIns[0] : undefined;
    living.set(deed.goal, { thing, version: await storage.goals.replace(ref, thing, before, added) });
  }
  return [...living.values()].map(({ thing }) => thing);
}

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  [...things].sort((one, other) => (one.id < other.id ? -1 : 1));

/** As others read it in their lists. */
const shown = (goal: Goal): Goal => ({ ...goal, helpers: [], evidence: [] });

test('after whatever happened, everybody finds exactly what they may see, and nothing of what they may not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 1, maxLength: 25 }), async (deeds) => {
      const table = freshTable();
      const storage = await openStorage(azurite, table);
      const ref = aRef();

      const goals = await lived(storage, ref, deeds);

      for (const name of [...everybody, 'Stranger']) {
        const viewer = idOf(name);
        const { items } = await storage.goals.list(ref, viewer, {}, null, 20);
        const { mine, supporting, asks } = await storage.goals.screen(ref, viewer, 20);
        const first = await storage.firstScreen.read(ref, viewer, 5, '2026-11-19');
        const isMine = (goal: Goal) => goal.owner.id === viewer;
        const open = goals.filter(({ status }) => status === 'open');

        expect(byId(items)).toEqual(
          byId(goals.filter((goal) => standingOf(goal, viewer)).map((goal) => (isMine(goal) ? goal : shown(goal)))),
        );
        expect(byId(mine.items)).toEqual(byId(goals.filter(isMine)));
        const named = open.filter((goal) => ['asked', 'supporter'].includes(String(standingOf(goal, viewer))));
        expect(byId(supporting)).toEqual(byId(named.map(shown)));
        expect(byId(asks)).toEqual(byId(goals.map(askOf).filter((ask) => ask !== null)));
        expect(byId(first.goals).map(({ id }) => id)).toEqual(byId(open.filter(isMine)).map(({ id }) => id));
        expect(first.goals.length).toBeLessThanOrEqual(goalLimits.openAtOnce);
      }
      const everybodys = await storage.goals.list(ref, null, {}, null, 20);
      expect(byId(everybodys.items)).toEqual(byId(goals.filter(({ audience }) => audience === 'team').map(shown)));
      expect(await everyIndexMatches(clientFor(azurite.connectionString, table), keys.teamPartition(ref))).toEqual([]);
    }),
    often(8),
  );
}, 120_000);
