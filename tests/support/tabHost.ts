/* The Teams window around the tab: the real teams-js speaks to it, over messages, as it does to Teams. */

export type Host = {
  /** Names of what the tab told Teams, in order. */
  readonly told: readonly string[];
  /** What the config page handed over when it was saved. */
  readonly pinned: readonly Record<string, unknown>[];
  mayBeSaved(): boolean;
  changeTheme(theme: string): void;
  /** Somebody presses Save in Teams. */
  save(): void;
  leave(): void;
};

export type HostOptions = {
  /** As hosts send it, flat; teams-js gives it its shape. */
  readonly context: Readonly<Record<string, unknown>>;
  /** `null` when Teams has none to give. */
  readonly token: () => Promise<string | null>;
  /** What this Teams can do besides showing a page. */
  readonly can?: readonly string[];
};

const origin = 'https://teams.microsoft.com';
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { app: {}, pages: { config: {} } },
};

type Message = {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func?: string;
  readonly args?: unknown[];
};

/** Stands around this window until it leaves. */
export function stand(options: HostOptions): Host {
  const told: string[] = [];
  const pinned: Record<string, unknown>[] = [];
  let isValid = false;

  const frame = { postMessage: (message: Message) => void hear(message) };
  const before = Object.getOwnPropertyDescriptor(window, 'parent')!;
  Object.defineProperty(window, 'parent', { value: frame, configurable: true });

  const say = (data: object) =>
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: frame as unknown as Window }));

  async function hear({ id, uuidAsString, func = '', args = [] }: Message) {
    told.push(func);
    const answer = (...args: unknown[]) => setTimeout(() => say({ id, uuidAsString, args }));
    if (func === 'initialize') {
      const supports = { ...runtime.supports, ...Object.fromEntries((options.can ?? []).map((name) => [name, {}])) };
      answer(options.context.frameContext, 'web', JSON.stringify({ ...runtime, supports }), '2.0.1');
    }
    if (func === 'chat.openChat') answer(true);
    if (func === 'getContext') answer(options.context);
    if (func === 'authentication.getAuthToken') {
      const token = await options.token();
      if (token) answer(true, token);
      else answer(false, 'resourceRequiresConsent');
    }
    if (func === 'settings.setValidityState') isValid = args[0] === true;
    if (func === 'settings.setSettings') {
      pinned.push(args[0] as Record<string, unknown>);
      answer(true);
    }
  }

  return {
    told,
    pinned,
    mayBeSaved: () => isValid,
    changeTheme: (theme) => void say({ func: 'themeChange', args: [theme] }),
    save: () => void say({ func: 'settings.save', args: [{}] }),
    leave: () => Object.defineProperty(window, 'parent', before),
  };
}
