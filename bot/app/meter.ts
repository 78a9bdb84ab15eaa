/** What the service tells of itself in numbers; docs/operation.md explains each, and the alerts look at some of them. */
export const measures = {
  'request.ms': 'ms',
  'activity.ms': 'ms',
  'connector.ms': 'ms',
  'storage.ms': 'ms',
  'reminder.late': 's',
} as const;
export type Measure = keyof typeof measures;

/** What is looked at once a minute. */
export const levels = { 'queue.waiting': '{message}', 'queue.setAside': '{message}', 'export.age': 'h' } as const;
export type Level = keyof typeof levels;
export type Look = () => Promise<Partial<Record<Level, number>>>;

/** Words out of closed lists, and patterns of routes: never an address, an id, what somebody wrote, or who they are. */
export type Labels = Readonly<Record<string, string>>;

export type Meter = {
  /** Every value counts as one, too: how many there were comes with how long they took. */
  record(name: Measure, value: number, labels: Labels): void;
  watch(look: Look): void;
};

export const unmetered: Meter = { record() {}, watch() {} };

/** How long something took and what became of it. Whatever it throws, it throws. */
export async function timed<Result>(
  { record }: Meter,
  name: Measure,
  labels: Labels,
  work: () => Promise<Result>,
  outcomeOf: (result: Result | undefined, trouble?: unknown) => string = (_, trouble) => (trouble ? 'failed' : 'done'),
): Promise<Result> {
  const startedAt = performance.now();
  const end = (outcome: string) => record(name, performance.now() - startedAt, { ...labels, outcome });
  try {
    const result = await work();
    end(outcomeOf(result));
    return result;
  } catch (trouble) {
    end(outcomeOf(undefined, trouble));
    throw trouble;
  }
}
