import { ApiProblem, problemOf } from './problem.ts';

export type Call = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** The version that a change is based on. */
  readonly version?: string;
  /** The version that was seen last: when it is still the newest, the answer is only that. */
  readonly seen?: string;
  readonly signal?: AbortSignal;
  /** How long to wait for what takes its time. */
  readonly patienceInMs?: number;
};

/** What came back, and the version it is at. */
export type Answer<Body> = { readonly body: Body; readonly version: string };

type TokenSource = () => Promise<string>;
let askForToken: TokenSource = () => Promise.reject(new ApiProblem('token'));
let lastToken: string | null = null;

/** Where tokens come from: Teams, as the page starts; a test says something else. */
export function takeTokensFrom(source: TokenSource): void {
  askForToken = source;
}

let language: string | null = null;

/** The service hears in which language somebody reads, for what the bot tells them alone; the browser's own may be another one. */
export function readIn(locale: string): void {
  // Anything else in a header would cost the request.
  language = /^[\w-]+$/.test(locale) ? locale : null;
}

const timeoutInMs = 15_000;

/**
 * The one way to the service. The token is asked for with every call (Teams keeps it fresh); when the service does not take
 * it, it is asked for once more. Anything but an answer is an `ApiProblem`.
 */
export async function send<Body>(path: string, call: Call = {}): Promise<Answer<Body>> {
  let response = await attempt(path, call);
  if (response.status === 401) response = await attempt(path, call);
  if (!response.ok && response.status !== 304) throw await problemOf(response);
  // The service is ours and its answers are the contract's; parsing them again would cost every page a schema library.
  const body = ([204, 304].includes(response.status) ? null : await response.json()) as Body;
  return { body, version: response.headers.get('etag') ?? '' };
}

/** For reading: the same as `send`, and the answer that was asked for while the page still loaded is not asked for again. */
export async function get<Body>(path: string, signal?: AbortSignal): Promise<Answer<Body>> {
  const asked = headStart.get(path);
  headStart.delete(path);
  return (asked ?? send<Body>(path, signal ? { signal } : {})) as Promise<Answer<Body>>;
}

/** For looking again and again: what is known already, as long as nothing has changed. */
export async function getIfNew<Body>(
  path: string,
  known: Answer<Body> | undefined,
  signal: AbortSignal,
): Promise<Answer<Body>> {
  if (!known?.version) return get<Body>(path, signal);
  const answer = await send<Body | null>(path, { seen: known.version, signal });
  return answer.body === null ? known : { ...answer, body: answer.body };
}

const headStart = new Map<string, Promise<unknown>>();

/** Asks now for what the first screen will want: the request is on its way while React is still loading. */
export function begin(path: string): void {
  const asked = send(path);
  headStart.set(path, asked);
  asked.catch(() => undefined); // Whoever reads it hears of the trouble.
}

/** Sends while the page closes: there is no time left to ask for a token, so the last one goes along. */
export function sendLast(path: string, method: 'DELETE'): void {
  if (lastToken) void fetch(path, { method, keepalive: true, headers: { authorization: `Bearer ${lastToken}` } });
}

async function attempt(path: string, call: Call): Promise<Response> {
  const { method = 'GET', body, version, seen, signal, patienceInMs = timeoutInMs } = call;
  lastToken = await askForToken();
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new ApiProblem('timeout')), patienceInMs);
  signal?.addEventListener('abort', () => stop.abort(signal.reason));
  try {
    return await fetch(path, {
      method,
      signal: stop.signal,
      headers: {
        authorization: `Bearer ${lastToken}`,
        ...(language && { 'accept-language': language }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version && { 'if-match': version }),
        ...(seen && { 'if-none-match': seen }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch (trouble) {
    if (signal?.aborted) throw trouble; // Nobody waits for it any more.
    if (stop.signal.aborted) throw stop.signal.reason;
    throw new ApiProblem(navigator.onLine ? 'away' : 'offline', { cause: trouble });
  } finally {
    clearTimeout(late);
  }
}
