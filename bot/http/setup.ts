import type { Log } from '../app/ports.ts';
import { routes } from '../contract/paths.ts';
import { type SetupPart, setupParts, type SetupReason, setupSchema, type SetupView } from '../contract/setup.ts';
import { Refusal } from '../domain/refusal.ts';
import { endpoint } from './endpoint.ts';
import { inTime } from './readiness.ts';

/** One thing to look after: which one it is, and how to see whether it works. */
export type Inspection = { readonly value: string; readonly look: () => Promise<unknown> };

export type Setup = {
  /** A part that is not there has no place in this deployment. */
  readonly parts: Readonly<Partial<Record<Exclude<SetupPart, 'teams'>, Inspection>>>;
  readonly identity: string | null;
  /** When Teams was last heard from, within an hour; `null`: never. */
  readonly heardAt: () => Promise<Date | null>;
};

type Item = SetupView['items'][number];

/**
 * For whoever set this up. It changes nothing and tells nothing about any team; still it is for administrators alone, because it says
 * what this service can be reached with and what it cannot do at the moment.
 */
export function setupEndpoints({ setup, log }: { setup: Setup; log: Log }) {
  async function inspected(part: SetupPart, { value, look }: Inspection): Promise<Item> {
    try {
      await inTime(look());
      return { part, state: 'good', reason: null, value };
    } catch (err) {
      log.warn({ name: part, err }, 'Not as it should be');
      return { part, state: 'wrong', reason: reasonOf(err), value };
    }
  }

  async function teams(): Promise<Item[]> {
    // Storage that does not answer is said in its own line, and here nothing is known then.
    const heardAt = await inTime(setup.heardAt()).catch(() => undefined);
    if (heardAt === undefined) return [];
    const value = heardAt?.toISOString() ?? '';
    return [{ part: 'teams', state: heardAt ? 'good' : 'waiting', reason: heardAt ? null : 'silent', value }];
  }

  return [
    endpoint({
      method: 'GET',
      path: routes.setup,
      about: 'What is set up, and what is missing. For administrators of the home tenant.',
      answer: setupSchema,
      async handle({ actor }) {
        if (!actor.isAdministrator) throw new Refusal('setup.administratorsOnly');
        const ofDeployment = setupParts.flatMap((part) => {
          const inspection = part === 'teams' ? undefined : setup.parts[part];
          return inspection ? [inspected(part, inspection)] : [];
        });
        const [items, heard] = await Promise.all([Promise.all(ofDeployment), teams()]);
        return { body: { items: [...items, ...heard], identity: setup.identity } };
      },
    }),
  ];
}

/** By what the libraries below say; their errors differ, so every level is asked. */
function reasonOf(trouble: unknown): SetupReason {
  const levels = causesOf(trouble);
  const statuses = levels.map(
    ({ statusCode, message }) => statusCode ?? Number(/\b(40[134]|5\d\d)\b/.exec(message)?.[1]),
  );
  const codes = levels.map(({ code, message }) => `${code} ${message}`).join(' ');
  if (
    statuses.some((status) => status === 401 || status === 403) ||
    /Authori[sz]ation|AuthenticationFailed/.test(codes)
  )
    return 'forbidden';
  if (statuses.includes(404) || /ENOTFOUND|EAI_AGAIN/.test(codes)) return 'notThere';
  return /in time|ETIMEDOUT|TimeoutError|AbortError/.test(codes) ? 'slow' : 'unreachable';
}

type Level = { readonly statusCode?: number; readonly code?: unknown; readonly message: string };

function causesOf(trouble: unknown): Level[] {
  if (typeof trouble !== 'object' || trouble === null) return [];
  const { name, message, statusCode, code, cause } = trouble as Error & Partial<Level>;
  return [{ message: `${name} ${message}`, code, ...(statusCode && { statusCode }) }, ...causesOf(cause)];
}
