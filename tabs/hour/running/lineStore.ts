import type { NoteBody, NoteView } from '#contract/hour';
import { ApiProblem, codeOf } from '../../api/problem.ts';

/** A line of mine on its way: until the service has it, this device does. */
export type Line = {
  /** Made with the first letter: however often it is sent, it is one line. */
  readonly id: string;
  readonly text: string;
  readonly keep: boolean;
  /** What the service has of it. */
  readonly version: string | null;
  readonly saved: string;
  /** Sent off with Enter; the one that is not is still in the field. */
  readonly isDone: boolean;
};

export type LineNotes = {
  save(id: string, body: NoteBody, version: string | null): Promise<NoteView>;
  remove(id: string): Promise<void>;
  find(id: string): Promise<NoteView | undefined>;
  show(note: NoteView): Promise<void>;
};

export type Lines = { readonly all: readonly Line[]; readonly trouble: unknown };

const [pauseInMs, retryInMs] = [500, 3_000];
const wordsOf = ({ text, keep }: Pick<Line, 'text' | 'keep'>) => JSON.stringify([text.trim(), keep]);
const nothing = wordsOf({ text: '', keep: true });
const isSaved = (line: Line) => (line.text.trim() === '' ? line.version === null : line.saved === wordsOf(line));

/** A rule said no, and will say no again. Everything else may pass: the way there, the service, the sign-in, a hurry. */
export const isRefused = (trouble: unknown) =>
  trouble instanceof ApiProblem &&
  trouble.status >= 400 &&
  trouble.status < 500 &&
  ![401, 429].includes(trouble.status);

/**
 * Saves what somebody writes while they write it: in this browser at once, at the service in the pauses, one after the other. What
 * cannot be sent waits here, over a reload too, and is tried again.
 * @param key where this browser keeps it
 */
export function lineStore(key: string, notes: LineNotes) {
  let lines: Lines = { all: kept(key), trouble: null };
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function set(next: Partial<Lines>) {
    lines = { ...lines, ...next };
    try {
      if (lines.all.length > 0) localStorage.setItem(key, JSON.stringify(lines.all));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still sends.
    }
    listeners.forEach((listener) => listener());
  }

  const change = (id: string, how: Partial<Line>) =>
    set({ all: lines.all.map((line) => (line.id === id ? { ...line, ...how } : line)) });
  const drop = (id: string) => set({ all: lines.all.filter((line) => line.id !== id) });

  function soon(inMs: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void work(), inMs);
  }

  async function work(): Promise<void> {
    const line = lines.all.find((each) => !isSaved(each));
    if (isBusy || !line) return;
    isBusy = true;
    try {
      await sendLine(line);
      set({ trouble: null });
      isBusy = false;
      soon(0);
    } catch (trouble) {
      isBusy = false;
      set({ trouble });
      if (!isRefused(trouble)) soon(retryInMs);
    }
  }

  async function sendLine(line: Line): Promise<void> {
    if (line.text.trim() === '') {
      await notes.remove(line.id);
      // Perhaps something else is being typed by now: that is another line.
      const isEmpty = lines.all.some((each) => each.id === line.id && each.text.trim() === '');
      return isEmpty ? drop(line.id) : begin(line.id);
    }
    try {
      const body = { text: line.text.trim(), keep: line.keep };
      const note = await notes.save(line.id, body, line.version);
      await notes.show(note);
      change(line.id, { version: note.version, saved: wordsOf(line) });
      forget(line.id);
    } catch (trouble) {
      const code = codeOf(trouble);
      // Written on in another window of mine, or the answer got lost: what I typed last is what I mean.
      if (code === 'version.stale' || code === 'version.missing') {
        change(line.id, { version: (await notes.find(line.id))?.version ?? null });
        return;
      }
      if (code !== 'hour.idTaken' && code !== 'notFound') throw trouble;
      begin(line.id);
    }
  }

  /** The same words as a line that was never sent. */
  const begin = (id: string) => change(id, fresh());

  /** From here on it stands in the hour, as everybody's lines do. */
  function forget(id: string) {
    const line = lines.all.find((each) => each.id === id);
    if (line?.isDone && isSaved(line)) drop(id);
  }

  return {
    now: () => lines,
    subscribe(listener: () => void) {
      listeners.add(listener);
      const again = () => soon(0);
      window.addEventListener('online', again);
      if (lines.all.some((line) => !isSaved(line))) again();
      return () => {
        listeners.delete(listener);
        window.removeEventListener('online', again);
      };
    },
    type(text: string, keep: boolean) {
      const draft = lines.all.find((line) => !line.isDone);
      if (draft && text === '' && draft.version === null && !isBusy) drop(draft.id);
      else if (draft) change(draft.id, { text, keep });
      else if (text !== '') set({ all: [...lines.all, { ...fresh(), text, keep, isDone: false }] });
      soon(pauseInMs);
    },
    finish() {
      const draft = lines.all.find((line) => !line.isDone);
      if (!draft || draft.text.trim() === '') return;
      change(draft.id, { isDone: true });
      forget(draft.id);
      soon(0);
    },
    tryAgain: () => soon(0),
  };
}

const fresh = () => ({ id: crypto.randomUUID(), version: null, saved: nothing });

function kept(key: string): readonly Line[] {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? '[]') as Line[]).filter(({ id }) => id);
  } catch {
    return [];
  }
}

const stores = new Map<string, ReturnType<typeof lineStore>>();

/** The same one for as long as the page lives: who looks at another room meanwhile does not lose their sentence. */
export function lineStoreFor(key: string, notes: LineNotes) {
  const store = stores.get(key) ?? lineStore(key, notes);
  stores.set(key, store);
  return store;
}
