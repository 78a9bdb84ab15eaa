import type { ActionView } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { wallAt, zoneHere } from '../ui/zones.ts';
import { useActionDeed } from './actionQueries.ts';
import { addDays, dateWithWeekday } from '../ui/localDates.ts';

type PostponeActionProps = { readonly action: ActionView; readonly onClose: () => void };

/** Another date, agreed before the one that there is has passed. */
export function PostponeAction({ action, onClose }: PostponeActionProps) {
  const inputClass = useInputClass();
  const { t, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const deed = useActionDeed(action);
  const today = wallAt(zoneHere(), new Date()).date;
  const { dueOn: before, owner, promisedTo } = action;
  const [dueOn, setDueOn] = useState(() => addDays(before ?? today, 7));
  const isShut = dueOn === '' || dueOn === before || dueOn < today || deed.isPending;

  function handleSubmit() {
    if (isShut) return;
    deed.mutate(
      { dueOn },
      {
        onSuccess: () => {
          announce(t('actions.postponed', { date: dateWithWeekday(dueOn, locale) }));
          onClose();
        },
      },
    );
  }

  return (
    <TaskDialog
      title={t('actions.postpone')}
      onClose={onClose}
      onSubmit={handleSubmit}
      foot={
        <>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isShut}>
            {t('actions.postpone.save')}
          </Button>
        </>
      }
    >
      <span dir="auto">{action.text}</span>
      {before && <span>{t('actions.postpone.before', { date: dateWithWeekday(before, locale) })}</span>}
      {promisedTo?.id === me.id && owner.id !== me.id && (
        <span>{t('actions.postpone.agree', { person: calling.one(owner) })}</span>
      )}
      <Labelled label={t('actions.postpone.to')}>
        {(described) => (
          <input
            {...described}
            type="date"
            className={inputClass}
            min={today}
            value={dueOn}
            onChange={({ target }) => setDueOn(target.value)}
          />
        )}
      </Labelled>
      {deed.isError && (
        <ProblemBar title={t('actions.postpone.failed')}>{t(sentenceFor(codeOf(deed.error)))}</ProblemBar>
      )}
    </TaskDialog>
  );
}
