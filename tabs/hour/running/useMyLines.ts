import { useState, useSyncExternalStore } from 'react';
import { useTeam } from '../../api/team.ts';
import { type Line, lineStoreFor } from './lineStore.ts';
import { useNotes } from './runningQueries.ts';

export type MyLines = {
  readonly all: readonly Line[];
  /** Why the last one is not sent yet. */
  readonly trouble: unknown;
  type(text: string, keep: boolean): void;
  finish(): void;
};

/** What I am writing, and what of it is still on its way. */
export function useMyLines(date: string): MyLines {
  const { team, me } = useTeam();
  const notes = useNotes(date);
  const [store] = useState(() => lineStoreFor(`people-hour.lines.${team.id}.${me.id}.${date}`, notes));
  const { all, trouble } = useSyncExternalStore(store.subscribe, store.now);
  return { all, trouble, type: store.type, finish: store.finish };
}
