import type { HourView, StepBody } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import type { Act } from '../../ui/ActMenu.tsx';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useArrange } from '../hourQueries.ts';
import { useRun } from './runningQueries.ts';

type More = {
  /** Where the doors have stepped aside, they come back when somebody wants them. */
  readonly onShowDoors: (() => void) | undefined;
  readonly onPlan: () => void;
};

/** What can be done about the clock: by who facilitates; anybody else may take that over. */
export function useClockActs(hour: HourView, { onShowDoors, onPlan }: More): readonly Act[] {
  const { t } = useText();
  const { me } = useTeam();
  const { announce } = useAnnounce();
  const run = useRun(hour.date);
  const arrange = useArrange(hour.date);
  const onError = (trouble: unknown) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) }));
  const does = (deed: 'close' | StepBody) => () => run.mutate(deed, { onError });
  const isPaused = Boolean(hour.running?.pausedAt);
  const myself = { id: me.id, name: me.name };
  const isNarrow = useIsNarrow();
  const doors = isNarrow && onShowDoors ? [{ name: t('running.doors'), does: onShowDoors, isApart: true }] : [];

  if (hour.facilitator?.id !== me.id) {
    const preview = (known: HourView) => ({ ...known, facilitator: myself });
    return [
      {
        name: t('running.takeOver'),
        does: () => arrange.mutate({ edit: { facilitator: me.id }, isPlain: true, preview }, { onError }),
      },
      ...doors,
    ];
  }
  return [
    { name: t('running.more'), does: does({ extraMinutes: 2 }) },
    { name: t(isPaused ? 'running.goOn' : 'running.pause'), does: does({ paused: !isPaused }) },
    ...(hour.plan[hour.running?.segment ?? 0]?.kind === 'pairs'
      ? [{ name: t('running.redraw'), does: does({ redraw: true }) }]
      : []),
    { name: t('hour.menu.plan'), does: onPlan },
    { name: t('running.end'), does: does('close'), isApart: true },
    ...doors,
  ];
}
