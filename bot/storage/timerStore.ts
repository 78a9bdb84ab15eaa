import { randomUUID } from 'node:crypto';
import type { PersonId, TeamId, TenantId } from '../domain/ids.ts';
import type { Handed, Plan, Received, Target, Tick, Timer, WorkQueue } from '../app/reminderPorts.ts';
import { inParallel } from './inParallel.ts';
import * as keys from './keys.ts';
import type { Cells } from './limits.ts';
import { type Message, type Queue, shardOf } from './queue.ts';
import { schema, textOf, told, toldOf } from './rows.ts';
import type { Row, Table } from './table.ts';
import { wholeRange } from './wholeRange.ts';

/*
 * A row says when a target is looked at next, and a message in the queue wakes up for it. A message goes before a new plan: one without a row
 * does nothing, and a row whose message got lost is found by the sweep. For the next look of a plan the row goes first, and the message
 * that was handed out stays: whoever ends before it is hidden again leaves it to come back soon, and then it finds out when. Whoever held it
 * for too long to hide it sends another.
 */

export function timerStore(table: Table, queue: Queue): Timer {
  return {
    async announce(target, now) {
      const announced = newTick(target, now);
      // Nobody is kept from changing something by a queue that is away: the row is found by the sweep.
      await queue.send(bodyOf(announced), announcedForInSeconds).catch(() => undefined);
      // Over whatever was planned: what counts is looked at when it comes.
      const plan = { ...announced, waking: null };
      await table.write(partitionOf(target), [{ do: 'put', key: keyOf(target), cells: cellsOf(plan) }]);
      return announced;
    },

    hurry: (announced) => queue.send(bodyOf(announced), 0),

    async planned(target) {
      const row = await table.get(partitionOf(target), keyOf(target));
      return row && { thing: planOf(row), version: row.etag };
    },

    async next({ thing, version }, at, waking) {
      const [partition, key] = [partitionOf(thing.target), keyOf(thing.target)];
      if (!at) return (await table.write(partition, [{ do: 'delete', key, etag: version }])) !== null;
      const cells = cellsOf({ ...thing, at, waking });
      return (await table.write(partition, [{ do: 'replace', key, cells, etag: version }])) !== null;
    },
  };
}

// Longer than any change takes: who is announced is looked at after it, also when nobody is left to say that it is done.
const announcedForInSeconds = 30;

export function workQueue(table: Table, queue: Queue, aside: Queue): WorkQueue {
  async function overdue(shard: number, now: Date): Promise<number> {
    const rows = await wholeRange(table, keys.duePartition(shard), keys.everyDue);
    const lost = rows.map(planOf).filter(({ at }) => now.getTime() - at.getTime() > lostAfterInMs);
    await inParallel(lost, (tick) => queue.send(bodyOf(tick), 0));
    return lost.length;
  }

  return {
    receive: async (most, hiddenForInSeconds) =>
      (await queue.receive(most, hiddenForInSeconds)).map((message) => receivedFrom(message, queue, aside)),

    async sweep(now) {
      const shards = Array.from({ length: keys.dueShards }, (_, shard) => shard);
      const counts = await inParallel(shards, (shard) => overdue(shard, now), 4);
      return counts.reduce((sum, count) => sum + count, 0);
    },

    async depth() {
      const [waiting, setAside] = await Promise.all([queue.count(), aside.count()]);
      return { waiting, setAside };
    },
  };
}

// A tick is never that late by itself.
const lostAfterInMs = 5 * 60_000;

function receivedFrom(message: Message, queue: Queue, aside: Queue): Received {
  const { id, handedOut, body, text } = message;
  const tick = tickIn(body);
  return {
    message: id,
    tick,
    handedOut,
    again: async (seconds) => void (await message.hide(seconds)),
    async rest(seconds) {
      if ((await message.hide(seconds)) || !tick) return;
      // Who has it by now may have given it up, before the plan was gone on with. One too many does nothing.
      await queue.send(bodyOf(tick), seconds);
    },
    done: () => message.delete(),
    // The copy first: twice set aside is harmless, and lost is not.
    async setAside() {
      await aside.send({ text: text.slice(0, mostKept), handedOut }, 0);
      await message.delete();
    },
  };
}

// A message holds 64 KiB, and this one is wrapped into another.
const mostKept = 30_000;

const newTick = (target: Target, at: Date): Tick => ({ target, plan: randomUUID(), at });
const keyOf = ({ ref, person }: Target) => keys.due(ref, person);
const partitionOf = ({ ref }: Target) => keys.duePartition(shardOf(keys.due(ref, null), keys.dueShards));

/** Ids and a time, never anything that somebody wrote. */
const bodyOf = ({ target: { ref, person }, plan, at }: Tick) => ({
  v: 1,
  tenant: ref.tenantId,
  team: ref.teamId,
  person,
  plan,
  at: at.toISOString(),
});

function tickIn(body: unknown): Tick | null {
  const { v, tenant, team, person, plan, at } = (body ?? {}) as Record<string, unknown>;
  const isOurs = v === 1 && [tenant, team, plan, at].every((text) => typeof text === 'string' && text);
  const moment = new Date(textOf(at));
  if (!isOurs || Number.isNaN(moment.getTime())) return null;
  return {
    target: {
      ref: { tenantId: textOf(tenant) as TenantId, teamId: textOf(team) as TeamId },
      person: toldOf(person) as PersonId | null,
    },
    plan: textOf(plan),
    at: moment,
  };
}

const cellsOf = ({ target: { ref, person }, plan, at, waking }: Plan): Cells => ({
  ...schema,
  tenant: ref.tenantId,
  team: ref.teamId,
  ...told({ person }),
  plan,
  at: at.toISOString(),
  ...(waking && { message: waking.message, handedOut: waking.handedOut }),
});

const planOf = ({ cells }: Row): Plan => ({
  target: {
    ref: { tenantId: textOf(cells['tenant']) as TenantId, teamId: textOf(cells['team']) as TeamId },
    person: toldOf(cells['person']) as PersonId | null,
  },
  plan: textOf(cells['plan']),
  at: new Date(textOf(cells['at'])),
  waking: wakingIn(cells),
});

/** Azure counts on, over all the looks of a plan: what it counted is kept, for what was tried since. */
function wakingIn(cells: Row['cells']): Handed | null {
  const message = toldOf(cells['message']);
  return message === null ? null : { message, handedOut: Number(cells['handedOut'] ?? 0) };
}
