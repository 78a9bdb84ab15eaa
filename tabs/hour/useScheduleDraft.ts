import type { ScheduleBody, ScheduleView } from '#contract/schedule';
import { scheduleLimits } from '#contract/limits';
import { useState } from 'react';
import { useTeam } from '../api/team.ts';
import type { TextKey } from '../text/text.ts';
import {
  beginnings,
  bodyOf,
  type Draft,
  draftOf,
  freshDraft,
  keepDraft,
  keptDraft,
  problemWith,
} from './scheduleDraft.ts';

export type ScheduleDraft = {
  readonly draft: Draft;
  /** What would be kept, as it stands. */
  readonly wanted: ScheduleBody;
  readonly beginnings: readonly string[];
  readonly problem: TextKey | null;
  /** It was begun another time, and is not what the page would show otherwise. */
  readonly isFromBefore: boolean;
  change(edit: Partial<Draft>): void;
  /** Shows a schedule as it is kept: there is nothing left to lose. */
  show(schedule: ScheduleView): void;
  startAfresh(): void;
  drop(): void;
};

/** What is being chosen, kept in this browser until it is kept by the team. */
export function useScheduleDraft(known: ScheduleView | null): ScheduleDraft {
  const { team, me } = useTeam();
  const [now] = useState(() => new Date());
  const [kept] = useState(() => keptDraft(team.id, me.id));
  const [draft, setDraft] = useState(() => kept ?? (known ? draftOf(known) : freshDraft()));
  const [isFromBefore, setIsFromBefore] = useState(kept !== null);
  const since = known?.startOn ?? null;

  function change(edit: Partial<Draft>) {
    const next = { ...draft, ...edit };
    setDraft(next);
    keepDraft(team.id, me.id, next);
  }

  function set(next: Draft) {
    setDraft(next);
    setIsFromBefore(false);
    keepDraft(team.id, me.id, null);
  }

  return {
    draft,
    wanted: bodyOf(draft, since, now),
    beginnings: beginnings(draft, since, now),
    problem: problemWith(draft, scheduleLimits.name),
    isFromBefore,
    change,
    show: (schedule) => set(draftOf(schedule)),
    startAfresh: () => set(known ? draftOf(known) : freshDraft()),
    drop: () => keepDraft(team.id, me.id, null),
  };
}
