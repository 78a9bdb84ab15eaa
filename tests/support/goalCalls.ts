import { randomUUID } from 'node:crypto';
import type { GoalBody } from '../../bot/contract/goal.ts';
import { paths } from '../../bot/contract/paths.ts';
import type { Answer, CallOptions, Service } from './server.ts';

export type BegunGoal = {
  readonly id: string;
  readonly team: string;
  readonly path: string;
  readonly body: GoalBody;
  readonly answer: Answer;
};

/** What people do with goals over HTTP, in few words. */
export function goalCalls(service: () => Service) {
  const call = (method: string, path: string, as: string, options: CallOptions = {}): Promise<Answer> =>
    service().call(method, path, { as, ...options });

  /** A goal of Amara's, or of somebody else. */
  async function begin(
    team: string,
    of: Partial<GoalBody> = {},
    as = 'Amara',
    id: string = randomUUID(),
  ): Promise<BegunGoal> {
    const path = paths.goal(team, id);
    const body: GoalBody = { title: 'Estimate aloud', ...of };
    const answer = await call('PUT', path, as, { body });
    return { id, team, path, body, answer };
  }

  /** With the version that the owner sees now. */
  async function edit({ path, body }: BegunGoal, of: Partial<GoalBody>, as = 'Amara') {
    const { version } = await call('GET', path, as);
    return call('PUT', path, as, { body: { ...body, ...of }, version });
  }

  const accept = ({ team, id }: BegunGoal, as: string) =>
    call('PUT', paths.support(team, id), as, { body: { accepts: true } });
  const decline = ({ team, id }: BegunGoal, as: string) =>
    call('PUT', paths.support(team, id), as, { body: { accepts: false } });
  const comment = ({ team, id }: BegunGoal, as: string, text = 'I can sit with you', entry: string = randomUUID()) =>
    call('PUT', paths.comment(team, id, entry), as, { body: { text } });
  const checkIn = ({ team, id }: BegunGoal, of: object = {}, entry: string = randomUUID(), as = 'Amara') =>
    call('PUT', paths.checkIn(team, id, entry), as, { body: { learned: 'A range is enough', confidence: 4, ...of } });

  return { call, begin, edit, accept, decline, comment, checkIn };
}

export const said = ({ status, body }: Answer) => [status, body.code];
