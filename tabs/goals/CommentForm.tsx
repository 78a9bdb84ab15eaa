import type { GoalView } from '#contract/goal';
import { fits, goalLimits } from '#contract/limits';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { useSayComment } from './supportQueries.ts';
import { useGoalAudience } from './useGoalAudience.ts';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalS },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

/** Sent twice, it is said once: its id was there before its first word. */
export function CommentForm({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const { announce } = useAnnounce();
  const audience = useGoalAudience().ofTalk(goal);
  const [draft, setDraft] = useState(() => ({ id: crypto.randomUUID(), text: '' }));
  const say = useSayComment(goal.id);
  const mayNot = draft.text.trim() === '' || !fits(draft.text.trim(), goalLimits.comment) || say.isPending;

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (mayNot) return;
    say.mutate(draft, {
      onSuccess: () => {
        setDraft({ id: crypto.randomUUID(), text: '' });
        announce(t('goals.comments.sent'));
      },
      onError: (trouble) => {
        if (codeOf(trouble) === 'goal.idTaken') setDraft((typed) => ({ ...typed, id: crypto.randomUUID() }));
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <WordsField
        label={t('goals.comments.label')}
        limit={goalLimits.comment}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      {say.isError && <ProblemBar title={t('goals.comments.failed')}>{t(sentenceFor(codeOf(say.error)))}</ProblemBar>}
      <div className={styles.foot}>
        <Audience isPrivate={audience.isPrivate}>{audience.words}</Audience>
        <Button type="submit" disabled={mayNot}>
          {t('goals.comments.send')}
        </Button>
      </div>
    </form>
  );
}
