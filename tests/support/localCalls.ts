import { localPeople, studio } from '../../bot/local/people.ts';

export type FirstName = 'Amara' | 'Mei' | 'Lukas' | 'Priya' | 'Jonas' | 'Nadia';

export const localPerson = (name: FirstName) => localPeople.find((each) => each.name.startsWith(`${name} `))!;

type Call = { readonly body?: object; readonly version?: string };

/** Somebody of the demo's team who speaks to the API of a local world. */
export function callerIn(url: string, name: FirstName) {
  const token = fetch(`${url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: localPerson(name).id }),
  }).then(async (answer) => ((await answer.json()) as { token: string }).token);

  /** The rest of a path of the team. */
  return async <Body>(method: string, path: string, { body, version }: Call = {}) => {
    const answer = await fetch(`${url}/api/teams/${encodeURIComponent(studio.id)}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(version && { 'if-match': version }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
    return { body: JSON.parse(text || 'null') as Body, version: answer.headers.get('etag') ?? '' };
  };
}
