import { useState } from 'react';
import { useTeam } from '../api/team.ts';
import { dropGoalDraft, type GoalDraft, keepGoalDraft } from './goalDraft.ts';
import { areSame, emptyWords, type Words } from './goalWords.ts';

/** What is in the form, kept with every letter. Words that are saved, or none, need no keeping. */
export function useGoalDraft(draftKey: string, saved: GoalDraft, kept: GoalDraft | null) {
  const { team, me } = useTeam();
  const [draft, setDraft] = useState<GoalDraft>(() => kept ?? saved);

  function change(next: GoalDraft) {
    setDraft(next);
    if (areSame(next.words, next.base?.words ?? emptyWords)) dropGoalDraft(team.id, me.id, draftKey);
    else keepGoalDraft(team.id, me.id, draftKey, next);
  }

  return {
    draft,
    change,
    changeWords: (edit: Partial<Words>) => change({ ...draft, words: { ...draft.words, ...edit } }),
    startAnew: () => change(saved),
    drop: () => dropGoalDraft(team.id, me.id, draftKey),
  };
}
