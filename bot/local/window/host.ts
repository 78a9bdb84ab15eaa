/** The other side of teams-js: what a host answers when an app in a frame speaks to it. Messages and shapes are those of teams-js 2.58. */

type Request = {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: unknown[];
};

/** What the frame may ask for. A list is an answer; `undefined` is none. */
export type Answers = Readonly<Record<string, (...args: never[]) => unknown[] | undefined | Promise<unknown[]>>>;

export type Host = {
  /** Tells the app, when it listens, as Teams does. */
  tell(event: string, ...args: unknown[]): void;
};

export function hostOf(
  frame: HTMLIFrameElement,
  answers: Answers,
  heard: (func: string, args: unknown[]) => void,
): Host {
  const { origin } = window.location;
  const post = (message: object) => frame.contentWindow?.postMessage(message, origin);

  window.addEventListener('message', async ({ source, origin: from, data }: MessageEvent<Request>) => {
    if (source !== frame.contentWindow || from !== origin || typeof data?.func !== 'string') return;
    const { id, uuidAsString, func, args = [] } = data;
    heard(func, args);
    const answer = await answers[func]?.(...(args as never[]));
    if (answer) post({ id, uuidAsString, args: answer });
  });

  return { tell: (func, ...args) => void post({ func, args }) };
}
