import type { ScheduleView } from '#contract/schedule';
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { type Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import type { TextKey } from '../text/text.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { useUndo } from '../ui/Undo.tsx';
import { saysTheSame } from './scheduleDraft.ts';
import { type KnownSchedule, usePropose, useSaveSchedule, useScheduleNow } from './scheduleQueries.ts';
import type { ScheduleDraft } from './useScheduleDraft.ts';

type Kept = Answer<ScheduleView>;
type Keeping = {
  readonly saved: KnownSchedule;
  /** What I proposed. */
  readonly mine: ScheduleView | null;
  readonly form: ScheduleDraft;
};

// Somebody else has chosen one meanwhile: after the one that was read, or where there was none.
const isOvertaken = (trouble: unknown) => ['version.stale', 'version.missing'].includes(codeOf(trouble));
const nothing = () => undefined;

/** Keeps the hour, for owners, or proposes it. What others did meanwhile is shown and never written over. */
export function useKeeping({ saved, mine, form }: Keeping) {
  const { me } = useTeam();
  const { t } = useText();
  const { announce } = useAnnounce();
  const offer = useUndo();
  const save = useSaveSchedule();
  const propose = usePropose();
  const scheduleNow = useScheduleNow();
  const [base, setBase] = useState(saved);
  const [theirs, setTheirs] = useState<Kept | null>(null);
  const [said, setSaid] = useState<TextKey | null>(null);
  const { wanted } = form;

  const isKept = Boolean(base && saysTheSame(base.body, wanted));
  const isProposed = Boolean(mine && saysTheSame(mine, wanted));
  const reason: TextKey | null = isKept
    ? me.owner
      ? 'hour.why.unchanged'
      : 'hour.why.already'
    : isProposed
      ? 'hour.why.proposed'
      : null;

  function show(kept: Kept) {
    setBase(kept);
    setTheirs(null);
    form.show(kept.body);
  }

  async function keep(over: KnownSchedule) {
    setSaid(null);
    try {
      const kept = await save.mutateAsync({ schedule: wanted, version: over?.version ?? null });
      show(kept);
      setSaid('hour.kept');
      if (over) offerToUndo(over, kept);
      else announce(t('hour.kept'));
    } catch (trouble) {
      if (isOvertaken(trouble)) setTheirs(await scheduleNow().catch(() => null));
    }
  }

  function offerToUndo(before: Kept, kept: Kept) {
    offer({
      id: `hour ${kept.version}`,
      said: t('hour.kept'),
      undo: () => void undo(),
      settle: nothing,
      settleLast: nothing,
    });

    async function undo() {
      try {
        show(await save.mutateAsync({ schedule: before.body, version: kept.version }));
        setSaid('hour.undone');
        announce(t('hour.undone'));
      } catch (trouble) {
        // Perhaps on another page by now: said aloud wherever one is.
        announce(t('hour.undoFailed', { reason: t(sentenceFor(codeOf(trouble))) }));
      }
    }
  }

  async function sendProposal(isWithdrawn: boolean) {
    setSaid(null);
    try {
      await propose.mutateAsync(isWithdrawn ? null : wanted);
      form.drop();
      setSaid(isWithdrawn ? 'hour.withdrawn' : 'hour.proposed');
    } catch {
      // The form says it, from `trouble`.
    }
  }

  const trouble = save.isError && !isOvertaken(save.error) ? save.error : propose.error;
  return {
    /** The hour that the team has, as far as this page knows. */
    base,
    theirs,
    trouble,
    /** What has just been done. */
    said,
    /** Why there is nothing to keep. */
    reason: me.owner && isProposed ? (isKept ? reason : null) : reason,
    isPending: save.isPending || propose.isPending,
    keep: () => void (me.owner ? keep(base) : sendProposal(false)),
    keepMine: () => void keep(theirs),
    takeTheirs() {
      if (theirs) show(theirs);
      save.reset();
    },
    withdraw: () => void sendProposal(true),
    forget() {
      setSaid(null);
      save.reset();
      propose.reset();
    },
  };
}
