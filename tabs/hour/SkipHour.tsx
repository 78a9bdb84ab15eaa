import type { HourView } from '#contract/hour';
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useMoveOrSkip } from './hourQueries.ts';
import { dateWithWeekday } from '../ui/localDates.ts';
import { isReason, ReasonField } from './ReasonField.tsx';

type SkipHourProps = { readonly hour: HourView; readonly onClose: () => void };

/** Not this week. Everybody reads why. */
export function SkipHour({ hour, onClose }: SkipHourProps) {
  const { t, locale } = useText();
  const { announce } = useAnnounce();
  const [reason, setReason] = useState('');
  const skip = useMoveOrSkip(hour.date);
  const isShut = !isReason(reason) || skip.isPending;

  function handleSubmit() {
    if (isShut) return;
    skip.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t('hour.skip.done', { date: dateWithWeekday(hour.date, locale) }));
          onClose();
        },
      },
    );
  }

  return (
    <TaskDialog
      title={t('hour.skip.title', { date: dateWithWeekday(hour.date, locale) })}
      onClose={onClose}
      onSubmit={handleSubmit}
      foot={
        <>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isShut}>
            {t('hour.skip')}
          </Button>
        </>
      }
    >
      <span>{t('hour.skip.text')}</span>
      <ReasonField reason={reason} onChange={setReason} />
      {skip.isError && <ProblemBar title={t('hour.skip.failed')}>{t(sentenceFor(codeOf(skip.error)))}</ProblemBar>}
    </TaskDialog>
  );
}
