import { isRemoved } from '../app/goalPorts.ts';
import type { Versioned } from '../app/ports.ts';
import { attachEvidence, checkIn, closeGoal, type Goal, startGoal, type Step } from '../domain/goal.ts';
import { answerOwner, cheer, mustTalk, offerHelp } from '../domain/goalCircle.ts';
import { type EntryId, entryId, goalId, type KudosId } from '../domain/ids.ts';
import type { Member } from '../domain/team.ts';
import type { Storage } from '../storage/storage.ts';
import { demoGoals, type GoalStory, type Happening } from './demoGoalStories.ts';
import { studioRef } from './people.ts';

/** Who there is, and when something was that happened so many days ago. */
export type DemoScene = {
  readonly members: readonly Member[];
  readonly named: (firstName: string) => Member;
  readonly kudos: (at: number) => KudosId;
  readonly when: (daysAgo: number, at: string) => Date;
};

type Stores = Pick<Storage, 'goals' | 'entries'>;

export async function makeDemoGoals(stores: Stores, scene: DemoScene): Promise<void> {
  for (const [at, story] of demoGoals.entries()) await live(stores, story, at + 1, scene);
}

/** One deed after the other, by the rules of the house. What a power cut left half done goes on where it ended. */
async function live({ goals, entries }: Stores, story: GoalStory, number: number, scene: DemoScene): Promise<void> {
  const id = goalId(`88888888-8888-4888-8888-${twelve(number)}`);
  const found = await goals.find(studioRef, id);
  if (found && isRemoved(found)) return;
  let now = found ?? (await begun({ goals }, beginning(story, id, scene)));
  for (const [at, happening] of (story.life ?? []).entries()) {
    if (now.thing.status !== 'open') return;
    const entry = entryId(`99999999-9999-4999-8999-${twelve(number * 1000 + at)}`);
    if ('says' in happening) {
      const author = scene.named(happening.by);
      mustTalk(now.thing, author.id);
      const comment = { id: entry, author: personOf(author), text: happening.says, at: momentOf(happening, scene) };
      await entries.comments.add(studioRef, id, comment);
      continue;
    }
    const thing = after(now.thing, happening, entry, scene);
    if (thing === now.thing) continue;
    const added = 'checksIn' in happening ? thing.checkIns[0] : undefined;
    now = { thing, version: await goals.replace(studioRef, thing, now, added) };
  }
}

async function begun({ goals }: Pick<Stores, 'goals'>, thing: Goal): Promise<Versioned<Goal>> {
  return { thing, version: await goals.add(studioRef, thing) };
}

function beginning(story: GoalStory, id: Goal['id'], { members, named, when }: DemoScene): Goal {
  const { title, outcome = '', why = '', dueInDays, ifThen, ask = '', askToTeam = false, audience } = story;
  const edit = {
    title,
    outcome,
    why,
    dueOn: dueInDays === undefined ? null : when(-dueInDays, '12:00').toISOString().slice(0, 10),
    steps: (story.steps ?? []).map((text, at): Step => ({ id: stepId(at + 1), text, done: false })),
    ifThen: ifThen ? { if: ifThen[0], then: ifThen[1] } : null,
    ask,
    askToTeam,
    audience,
    supporters: (story.supporters ?? []).map((name) => named(name).id),
  };
  const now = when(story.begunDaysAgo, '09:00');
  return startGoal(edit, { id, owner: named(story.owner), roster: rosterOf(members), now });
}

/** The goal after something happened; the same when it had happened already. */
function after(goal: Goal, happening: Exclude<Happening, { says: string }>, entry: EntryId, scene: DemoScene): Goal {
  const [owner, now] = [goal.owner.id, momentOf(happening, scene)];
  if ('accepts' in happening) return answerOwner(goal, scene.named(happening.accepts).id, true);
  if ('cheers' in happening) return cheer(goal, scene.named(happening.cheers), now);
  if ('offers' in happening) return offerHelp(goal, scene.named(happening.offers), now);
  if ('attaches' in happening) return attachEvidence(goal, scene.kudos(happening.attaches), true, owner);
  if ('closes' in happening) {
    const { closes, learned, helpedBy = [] } = happening;
    const said = { learned, helpedBy: helpedBy.map((name) => scene.named(name).id) };
    return closeGoal(goal, closes, said, owner, { roster: rosterOf(scene.members), now });
  }
  if (goal.checkIns.some(({ id }) => id === entry)) return goal;
  const { checksIn, confidence, ticks = [] } = happening;
  return checkIn(goal, { id: entry, learned: checksIn, confidence }, ticks.map(stepId), owner, now);
}

const momentOf = ({ daysAgo, at }: Happening, { when }: DemoScene) => when(daysAgo, at);
const rosterOf = (members: readonly Member[]) => new Map(members.map((member) => [member.id, member]));
const personOf = ({ id, name }: Member) => ({ id, name });
const twelve = (number: number) => String(number).padStart(12, '0');
const stepId = (number: number) => `aaaaaaaa-aaaa-4aaa-8aaa-${twelve(number)}`;
