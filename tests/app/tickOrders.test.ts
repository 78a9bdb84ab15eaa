import fc from 'fast-check';
import type { Target } from '../../bot/app/reminderPorts.ts';
import { createWaker, tickUseCases } from '../../bot/app/ticks.ts';
import type { Change } from '../../bot/storage/batch.ts';
import type { Message, Queue } from '../../bot/storage/queue.ts';
import type { Row, Table } from '../../bot/storage/table.ts';
import { timerStore, workQueue } from '../../bot/storage/timerStore.ts';
import { aRef, noon } from '../support/builders.ts';
import { often } from '../support/chance.ts';

/*
 * Every order in which a plan and its messages can be taken up, left, handed out again and looked at by clocks that disagree: a table and a
 * queue that do what Azure's do, one step at a time. Afterwards all goes well, and somebody looks when it is time; nobody had to sweep.
 */

const target: Target = { ref: aRef(), person: null };
const second = 1000;
const looksEvery = 600 * second;
const hiddenForInSeconds = 180;

class Ended extends Error {}

/** One process at a time does one step; what it waits for is the next. */
function aWorld() {
  let now = noon.getTime();
  let made = 0;
  const rows = new Map<string, Row>();
  const messages = new Map<string, { body: object; visibleAt: number; receipt: number; handedOut: number }>();
  const looks: number[] = [];
  const steps: { go: () => void; end: () => void; of: number }[] = [];
  let isStepwise = true;

  const step = (of: number) =>
    isStepwise
      ? new Promise<void>((go, end) => void steps.push({ go, end: () => end(new Ended()), of }))
      : Promise.resolve();

  const tableFor = (of: number): Table => ({
    async get(partition, key) {
      await step(of);
      return rows.get(`${partition} ${key}`) ?? null;
    },
    async range(partition) {
      await step(of);
      return { rows: [...rows].filter(([at]) => at.startsWith(`${partition} `)).map(([, row]) => row), isEnd: true };
    },
    async write(partition, [change]: readonly Change[]) {
      await step(of);
      const [at, before] = [`${partition} ${change!.key}`, rows.get(`${partition} ${change!.key}`)];
      if ('etag' in change! && change.etag !== before?.etag) return null;
      const etag = String(++made);
      if (change!.do === 'delete') rows.delete(at);
      else rows.set(at, { key: change!.key, etag, cells: { ...change!.cells } });
      return [etag];
    },
  });

  const queueFor = (of: number): Queue => ({
    async send(body, hiddenFor) {
      await step(of);
      messages.set(`m${++made}`, { body, visibleAt: now + hiddenFor * second, receipt: 0, handedOut: 0 });
    },
    async receive(most, hiddenFor) {
      await step(of);
      return [...messages]
        .filter(([, { visibleAt }]) => visibleAt <= now)
        .slice(0, most)
        .map(([id, message]): Message => {
          const receipt = ++made;
          Object.assign(message, { receipt, visibleAt: now + hiddenFor * second });
          message.handedOut++;
          const held = () => messages.get(id)?.receipt === receipt;
          return {
            id,
            body: message.body,
            text: '',
            handedOut: message.handedOut,
            async hide(seconds) {
              await step(of);
              if (!held()) return false;
              Object.assign(message, { visibleAt: now + Math.max(0, seconds) * second });
              return true;
            },
            async delete() {
              await step(of);
              if (held()) messages.delete(id);
            },
          };
        });
    },
    count: async () => messages.size,
  });

  function instance(of: number, skew: { inMs: number }) {
    const clock = () => new Date(now + skew.inMs);
    const [table, queue] = [tableFor(of), queueFor(of)];
    const timer = timerStore(table, queue);
    const work = workQueue(table, queue, queue);
    const running = new Set<Promise<void>>();
    const run = (deed: () => Promise<unknown>) => {
      const done: Promise<void> = deed()
        .then(() => undefined)
        .catch((trouble: unknown) => {
          if (!(trouble instanceof Ended)) throw trouble;
        })
        .finally(() => running.delete(done));
      running.add(done);
      return done;
    };
    const ticks = tickUseCases({
      timer,
      clock,
      person: async () => null,
      async team() {
        await step(of);
        looks.push(now);
        const at = clock().getTime();
        return new Date(at - (at % looksEvery) + looksEvery);
      },
    });
    const waker = createWaker({ timer, clock, background: (deed) => void run(() => deed) });
    return {
      change: () => run(() => waker.around(target, () => step(of))),
      sweep: () => run(() => work.sweep(clock())),
      receive: () =>
        run(async () => {
          const found = await work.receive(32, hiddenForInSeconds);
          await Promise.all(
            found.map(async (received) => {
              const again = await ticks.attend(received.tick!, received);
              return again ? received.rest((again.getTime() - clock().getTime()) / second) : received.done();
            }),
          );
        }),
      running,
    };
  }

  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    instance,
    looks,
    messages,
    plans: () => rows.size,
    now: () => now,
    later: (ms: number) => void (now += ms),
    async step(which: number) {
      steps.splice(which % Math.max(1, steps.length), 1)[0]?.go();
      await settled();
    },
    async end(of: number) {
      for (const each of steps.filter((each) => each.of === of)) {
        steps.splice(steps.indexOf(each), 1);
        each.end();
      }
      await settled();
    },
    async calm() {
      while (steps.length > 0) await this.step(0);
      isStepwise = false;
    },
  };
}

type Deed =
  | { do: 'change' | 'receive' | 'sweep' | 'end'; by: number }
  | { do: 'step'; which: number }
  | { do: 'later'; seconds: number }
  | { do: 'skew'; by: number; seconds: number };

const by = fc.nat(2);
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), by }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('receive' as const), by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('sweep' as const, 'end' as const), by }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('step' as const), which: fc.nat(9) }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('later' as const), seconds: fc.constantFrom(1, 29, 31, 181, 599, 700) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('skew' as const), by, seconds: fc.constantFrom(-3600, -5, 0, 5, 3600) }),
  },
);

const step = (which: number): Deed => ({ do: 'step', which });
const later = (seconds: number): Deed => ({ do: 'later', seconds });
/** Two have the same message, and one of them gives it up while the other, with the next look due by now, goes on with it. */
const twoHands: Deed[] = [
  ...[step(0), step(0), step(0), step(0), later(400)],
  ...[{ do: 'receive', by: 0 } as const, step(0), step(0), later(181)],
  ...[{ do: 'receive', by: 1 } as const, step(2), step(3), step(3), step(3), step(3), step(2), later(19)],
  ...[step(1), step(2), step(2), step(2), step(2)],
];

test('whatever order things happen in, the next look comes when it is time, by one message', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { maxLength: 60 }), async (deeds) => {
      const world = aWorld();
      const skews = [0, 1, 2].map(() => ({ inMs: 0 }));
      const instances = skews.map((skew, of) => world.instance(of, skew));
      void instances[0]!.change();
      for (const deed of deeds) {
        if (deed.do === 'step') await world.step(deed.which);
        else if (deed.do === 'later') world.later(deed.seconds * second);
        else if (deed.do === 'skew') skews[deed.by]!.inMs = deed.seconds * second;
        else if (deed.do === 'end') await world.end(deed.by);
        else void instances[deed.by]![deed.do]();
      }

      // From here on nothing goes wrong.
      for (const skew of skews) skew.inMs = 0;
      await world.calm();
      const last = world.instance(3, { inMs: 0 });
      const round = async (seconds: number) => {
        for (const until = world.now() + seconds * second; world.now() < until; world.later(10 * second))
          await last.receive();
      };
      await round(2 * 3600 + 700);
      if (world.plans() === 0) return;
      const before = world.looks.length;
      await round(1200);
      expect(world.looks.length - before).toBe(2);
      expect(world.messages.size).toBe(1);
    }),
    { ...often(100), examples: [[twoHands]] },
  );
});
