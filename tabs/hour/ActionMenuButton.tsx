import type { ActionView } from '#contract/hour';
import { makeStyles, useAnnounce } from '@fluentui/react-components';
import { CalendarArrowRight20Regular } from '@fluentui/react-icons/headless/svg/calendar-arrow-right';
import { HandRight20Regular } from '@fluentui/react-icons/headless/svg/hand-right';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import type { Act } from '../ui/ActMenu.tsx';
import { useMenuPlace } from '../ui/MenuButton.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { fluentPart } from '../ui/part.tsx';
import { wallAt, zoneHere } from '../ui/zones.ts';
import { useActionDeed } from './actionQueries.ts';

const PostponeAction = fluentPart(async () => (await import('./PostponeAction.tsx')).PostponeAction);

const useStyles = makeStyles({
  // Its menu stands above what comes after, and the button is not in the way on paper.
  button: { position: 'relative', ':focus-within': { zIndex: 1 }, '@media print': { display: 'none' } },
});

/** What else one can do about an action item: with whom it is agreed decides who can. Nothing where there is nothing. */
export function ActionMenuButton({ action }: { action: ActionView }) {
  const styles = useStyles();
  const { t } = useText();
  const { me, members } = useTeam();
  const { announce } = useAnnounce();
  const deed = useActionDeed(action);
  const place = useMenuPlace();
  const [isPostponing, setIsPostponing] = useState(false);
  const { owner, promisedTo, dueOn, status } = action;
  const isMine = owner.id === me.id;
  const isToMe = promisedTo?.id === me.id;
  // A promise to somebody who left binds nobody.
  const isFree = !promisedTo || !members.some(({ id }) => id === promisedTo.id);
  const isInTime = dueOn === null || dueOn >= wallAt(zoneHere(), new Date()).date;
  const acts: readonly Act[] = [
    ...(isInTime && (isToMe || (isMine && isFree))
      ? [
          {
            name: t('actions.postpone'),
            icon: <CalendarArrowRight20Regular />,
            does: () => setIsPostponing(true),
          },
        ]
      : []),
    ...(isToMe ? [{ name: t('actions.release'), icon: <HandRight20Regular />, does: release }] : []),
  ];
  if (status !== 'open' || acts.length === 0) return null;

  function release() {
    deed.mutate(
      { as: 'released' },
      {
        onSuccess: () => announce(t('actions.released')),
        onError: (trouble) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) })),
      },
    );
  }

  return (
    <MoreButton
      place={place}
      className={styles.button}
      size="small"
      label={t('actions.menu', { action: action.text })}
      acts={acts}
    >
      {isPostponing && (
        <PostponeAction
          action={action}
          onClose={() => {
            setIsPostponing(false);
            place.goBack();
          }}
        />
      )}
    </MoreButton>
  );
}
