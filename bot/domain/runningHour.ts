import { changed, type Hour, hourLimits, mustBePlanned, type Running } from './hour.ts';
import { Refusal } from './refusal.ts';
import type { Member } from './team.ts';
import { minutesAfter } from './time.ts';

/* An hour from its opening to its end. */

/** Opening twice is opening once. Who opens it facilitates, where nobody was named. */
export function openHour(hour: Hour, by: Member, now: Date): Hour {
  if (hour.status === 'open') return hour;
  mustBePlanned(hour);
  return changed(hour, {
    status: 'open',
    facilitator: hour.facilitator ?? { id: by.id, name: by.name },
    running: { segment: 0, startedAt: now, extraMinutes: 0, pausedAt: null },
    openedAt: now,
  });
}

/** On to a segment, or back; going where one is already changes nothing. */
export function goTo(hour: Hour, segment: number, now: Date): Hour {
  const running = mustRun(hour);
  if (segment === running.segment) return hour;
  if (!hour.plan[segment]) throw new Refusal('hour.noSuchSegment');
  return changed(hour, { running: { segment, startedAt: now, extraMinutes: 0, pausedAt: null } });
}

export function extend(hour: Hour, minutes: number): Hour {
  const running = mustRun(hour);
  const extraMinutes = Math.min(hourLimits.extraMinutes, running.extraMinutes + minutes);
  return extraMinutes === running.extraMinutes ? hour : changed(hour, { running: { ...running, extraMinutes } });
}

/** A pause takes no time from anybody: when it ends, the segment begins as much later. */
export function pause(hour: Hour, pauses: boolean, now: Date): Hour {
  const running = mustRun(hour);
  if (pauses === (running.pausedAt !== null)) return hour;
  if (pauses) return changed(hour, { running: { ...running, pausedAt: now } });
  const pausedInMinutes = (now.getTime() - running.pausedAt!.getTime()) / 60_000;
  const startedAt = minutesAfter(running.startedAt, pausedInMinutes);
  return changed(hour, { running: { ...running, startedAt, pausedAt: null } });
}

export function closeHour(hour: Hour, digest: string, now: Date): Hour {
  if (hour.status === 'held') return hour;
  mustRun(hour);
  return changed(hour, { status: 'held', running: null, digest, closedAt: now });
}

/** How far a segment has come, worked out of when it began. */
export function clockOf(hour: Hour, now: Date): { readonly elapsedInMs: number; readonly lengthInMs: number } | null {
  if (!hour.running) return null;
  const { segment, startedAt, extraMinutes, pausedAt } = hour.running;
  const until = (pausedAt ?? now).getTime();
  return {
    elapsedInMs: Math.max(0, until - startedAt.getTime()),
    lengthInMs: ((hour.plan[segment]?.minutes ?? 0) + extraMinutes) * 60_000,
  };
}

function mustRun(hour: Hour): Running {
  if (hour.status !== 'open' || !hour.running)
    throw new Refusal(hour.status === 'planned' ? 'hour.notOpen' : 'hour.isOver');
  return hour.running;
}
