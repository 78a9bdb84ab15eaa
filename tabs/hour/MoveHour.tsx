import type { HourView } from '#contract/hour';
import { makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { wallAt } from '../ui/zones.ts';
import { useMoveOrSkip } from './hourQueries.ts';
import { addDays, dateWithWeekday, weekdayOf } from '../ui/localDates.ts';
import { isReason, ReasonField } from './ReasonField.tsx';

const useStyles = makeStyles({
  when: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 136px',
    columnGap: tokens.spacingHorizontalL,
  },
  time: { height: '32px', paddingBlock: 0 },
});

type MoveHourProps = { readonly hour: HourView; readonly onClose: () => void };

/** To another day or time of its week. Everybody reads why. */
export function MoveHour({ hour, onClose }: MoveHourProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const { t, locale } = useText();
  const { announce } = useAnnounce();
  const planned = wallAt(hour.timeZone, new Date(hour.startsAt));
  const [date, setDate] = useState<string>(hour.date);
  const [time, setTime] = useState(planned.time);
  const [reason, setReason] = useState('');
  const move = useMoveOrSkip(hour.date);
  const isSame = date === hour.date && time === planned.time;
  const isShut = isSame || !time || !isReason(reason) || move.isPending;

  function handleSubmit() {
    if (isShut) return;
    move.mutate(
      { date, time, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(t('hour.move.done', { date: dateWithWeekday(date, locale) }));
          onClose();
        },
      },
    );
  }

  return (
    <TaskDialog
      title={t('hour.move.title', { date: dateWithWeekday(hour.date, locale) })}
      onClose={onClose}
      onSubmit={handleSubmit}
      foot={
        <>
          <Button onClick={onClose}>{t('give.cancel')}</Button>
          <Button type="submit" appearance="primary" disabled={isShut}>
            {t('hour.move')}
          </Button>
        </>
      }
    >
      <div className={styles.when}>
        <SelectField
          label={t('hour.move.to')}
          choices={daysLeft(hour).map((day) => ({ value: day, name: dateWithWeekday(day, locale) }))}
          chosen={date}
          onChoose={setDate}
        />
        <Labelled label={t('hour.move.at')} problem={time ? null : t('hour.why.time')}>
          {(described) => (
            <input
              {...described}
              type="time"
              step={300}
              className={mergeClasses(inputClass, styles.time)}
              value={time}
              onChange={({ target }) => setTime(target.value)}
            />
          )}
        </Labelled>
      </div>
      <ReasonField reason={reason} onChange={setReason} />
      {move.isError && <ProblemBar title={t('hour.move.failed')}>{t(sentenceFor(codeOf(move.error)))}</ProblemBar>}
    </TaskDialog>
  );
}

/** An hour stays in its week, Monday to Sunday; what is over is not offered. */
function daysLeft({ date, timeZone }: HourView): readonly string[] {
  const monday = addDays(date, 1 - weekdayOf(date));
  const today = wallAt(timeZone, new Date()).date;
  const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
  return week.filter((day) => day >= today || day === date);
}
