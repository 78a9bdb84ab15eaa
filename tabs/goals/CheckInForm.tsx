import type { GoalView } from '#contract/goal';
import { fits, goalLimits } from '#contract/limits';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Scale } from '../ui/Scale.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { type CheckInDraft, dropCheckIn, freshCheckIn, keepCheckIn, keptCheckIn } from './checkInDraft.ts';
import { confidences, wordFor } from './confidence.ts';
import { dayAndMonth } from './goalDates.ts';
import { useCheckIn } from './ownerQueries.ts';
import { useColumnsClass } from './columns.ts';
import { useGoalAudience } from './useGoalAudience.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalL,
  },
  problem: { marginBlockStart: tokens.spacingVerticalM },
});

/** Twenty seconds: what I learned, how sure it feels. Whatever goes wrong, the words stay. */
export function CheckInForm({ goal }: { goal: GoalView }) {
  const columnsClass = useColumnsClass();
  const styles = useStyles();
  const text = useText();
  const { t } = text;
  const { team, me } = useTeam();
  const { announce } = useAnnounce();
  const audience = useGoalAudience().ofGoal(goal);
  const [draft, setDraft] = useState<CheckInDraft>(() => keptCheckIn(team.id, me.id, goal.id) ?? freshCheckIn());
  const checkIn = useCheckIn(goal.id);
  const why = useId();
  const last = goal.checkIns[0];
  const { learned, confidence } = draft;
  const isTooLong = !fits(learned.trim(), goalLimits.learned);

  function change(edit: Partial<CheckInDraft>) {
    const next = { ...draft, ...edit };
    setDraft(next);
    keepCheckIn(team.id, me.id, goal.id, next);
    if (checkIn.isError) checkIn.reset();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (confidence === null || isTooLong || checkIn.isPending) return;
    checkIn.mutate(
      { id: draft.id, said: { learned, confidence } },
      {
        onSuccess: () => {
          dropCheckIn(team.id, me.id, goal.id);
          setDraft(freshCheckIn());
          announce(t('goals.checkIn.done'));
        },
        onError: (trouble) => {
          // Another one was saved under this id: what stands here is a new one.
          if (codeOf(trouble) === 'goal.idTaken') change({ id: crypto.randomUUID() });
        },
      },
    );
  }

  return (
    <form onSubmit={handleSubmit} noValidate>
      <div className={columnsClass}>
        <WordsField
          lines={2}
          label={last ? t('goals.checkIn.since', { day: dayAndMonth(last.at, text) }) : t('goals.checkIn.first')}
          limit={goalLimits.learned}
          value={learned}
          onChange={(words) => change({ learned: words })}
        />
        <Scale
          label={t('goals.checkIn.sure')}
          places={confidences.map((value) => ({ value, name: t(wordFor(value)) }))}
          chosen={confidence}
          onChoose={(value) => change({ confidence: value })}
        />
      </div>
      {checkIn.isError && (
        <ProblemBar className={styles.problem} title={t('goals.checkIn.failed')}>
          {t(sentenceFor(codeOf(checkIn.error)))}
        </ProblemBar>
      )}
      <div className={styles.foot}>
        <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
        <span id={why} hidden>
          {t('goals.checkIn.why')}
        </span>
        <Button
          type="submit"
          appearance="primary"
          disabled={confidence === null || isTooLong || checkIn.isPending}
          aria-describedby={confidence === null ? why : undefined}
        >
          {t('goals.checkIn.send')}
        </Button>
      </div>
    </form>
  );
}
