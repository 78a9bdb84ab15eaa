/* Goals that stand in the service before somebody looks, and what it says of them afterwards. */
import type { GoalBody, GoalView } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { TeamRef } from '../../bot/domain/ids.ts';
import { idOf } from './builders.ts';
import type { Answer, Service } from './server.ts';

type Told = Partial<Omit<GoalBody, 'steps' | 'supporters'>> & {
  readonly steps?: readonly (string | { readonly text: string; readonly done: boolean })[];
  /** By name. */
  readonly supporters?: readonly string[];
};

const must = async (asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

/** Somebody has begun a goal; supporters are those who have said yes already. */
export async function haveGoal(service: Service, team: TeamRef, as: string, told: Told = {}): Promise<string> {
  const id = crypto.randomUUID();
  const { steps = [], supporters = [], ...words } = told;
  const body: GoalBody = {
    title: 'Read a budget before I sign it',
    ...words,
    steps: steps.map((step) => ({
      id: crypto.randomUUID(),
      ...(typeof step === 'string' ? { text: step, done: false } : step),
    })),
    supporters: supporters.map(idOf),
  };
  await must(service.call('PUT', paths.goal(team.teamId, id), { as, body }));
  return id;
}

export async function haveAccepted(service: Service, team: TeamRef, id: string, as: string): Promise<void> {
  await must(service.call('PUT', paths.support(team.teamId, id), { as, body: { accepts: true } }));
}

export async function haveCheckedIn(
  service: Service,
  team: TeamRef,
  id: string,
  as: string,
  said: { learned?: string; confidence: number },
): Promise<void> {
  await must(service.call('PUT', paths.checkIn(team.teamId, id, crypto.randomUUID()), { as, body: said }));
}

export async function haveReached(
  service: Service,
  team: TeamRef,
  id: string,
  as: string,
  learned = '',
): Promise<void> {
  await must(service.call('POST', paths.reach(team.teamId, id), { as, body: { learned } }));
}

/** What the service says of a goal to this person; `null` when it is not there for them. */
export async function goalFor(service: Service, team: TeamRef, id: string, as: string): Promise<GoalView | null> {
  const answer = await service.call('GET', paths.goal(team.teamId, id), { as });
  return answer.status === 404 ? null : (answer.body as GoalView);
}

/** Changes words of a goal elsewhere, as another window of the same person does. */
export async function changeGoalElsewhere(
  service: Service,
  team: TeamRef,
  id: string,
  as: string,
  edit: Partial<GoalBody>,
): Promise<void> {
  const path = paths.goal(team.teamId, id);
  const { body, version } = await must(service.call('GET', path, { as }));
  const goal = body as GoalView;
  const { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam = false, audience } = goal;
  const now: GoalBody = { title, outcome, why, dueOn, steps, ifThen, ask, askToTeam, audience };
  const supporters = goal.supporters.map((person) => person.id);
  await must(service.call('PUT', path, { as, version, body: { ...now, supporters, ...edit } }));
}
