import { goalLimits, isWider } from '#contract/limits';
import { makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, Suspense, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { Labelled } from '../ui/Labelled.tsx';
import { fluentPart } from '../ui/part.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useOnline } from '../ui/useOnline.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { AskEditor } from './AskEditor.tsx';
import { EditorFoot } from './EditorFoot.tsx';
import { type Conflict, GoalConflict, merged } from './GoalConflict.tsx';
import type { GoalDraft } from './goalDraft.ts';
import { areSame, bodyOf, emptyWords, isEmpty, whyNotYet, wordsOf } from './goalWords.ts';
import { IfThenEditor } from './IfThenEditor.tsx';
import { useGoalNow, useSaveGoal } from './ownerQueries.ts';
import { SeenByEditor } from './SeenByEditor.tsx';
import { StepsEditor } from './StepsEditor.tsx';
import { filledWith } from './templates.ts';
import { Templates } from './Templates.tsx';
import { useGoalDraft } from './useGoalDraft.ts';

const ConfirmWider = fluentPart(async () => (await import('./ConfirmWider.tsx')).ConfirmWider);

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  draft: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  day: { width: '184px', maxWidth: '100%' },
});

type GoalEditorProps = {
  /** Where the draft is kept: the goal's id, or `new`. */
  readonly draftKey: string;
  readonly saved: GoalDraft;
  /** What was typed before and never saved. */
  readonly kept: GoalDraft | null;
};

/** One calm form, in the order in which one thinks. Whatever happens to the saving of it, the words stay. */
export function GoalEditor({ draftKey, saved, kept }: GoalEditorProps) {
  const styles = useStyles();
  const inputClass = useInputClass();
  const text = useText();
  const { t } = text;
  const { announce } = useAnnounce();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const isOnline = useOnline();
  const { draft, change, changeWords, startAnew, drop } = useGoalDraft(draftKey, saved, kept);
  const { words, base } = draft;
  // Nobody's own words are ever replaced by an example's.
  const [template, setTemplate] = useState(emptyWords);
  const [showsKept, setShowsKept] = useState(kept !== null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [asksWider, setAsksWider] = useState(false);
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = useSaveGoal();
  const goalNow = useGoalNow();
  const why = useId();

  const isNew = base === null;
  const isUnchanged = base !== null && areSame(words, base.words);
  const reason = isUnchanged ? 'goals.edit.unchanged' : whyNotYet(words);
  const code = save.isError ? codeOf(save.error) : null;
  const isConflict = code === 'version.stale' || code === 'version.missing';

  function keep() {
    setAsksWider(false);
    save.mutate(
      { id: draft.id, body: bodyOf(words), version: base?.version ?? null },
      {
        onSuccess: () => {
          drop();
          announce(t('goals.saved'));
          navigate(link(`/goals/${draft.id}`), { replace: true });
        },
        onError: (trouble) => void meet(codeOf(trouble)),
      },
    );
  }

  /** Somebody saved it elsewhere, or our own first try arrived after all: both versions stand side by side. */
  async function meet(trouble: string) {
    if (trouble === 'goal.idTaken' && isNew) return change({ ...draft, id: crypto.randomUUID() });
    if (trouble !== 'version.stale' && trouble !== 'version.missing') return;
    const now = await goalNow(draft.id).catch(() => null); // Then it is met at the next try.
    if (!now) return;
    const theirs = wordsOf(now.body);
    setConflict({ mine: words, theirs, before: base?.words ?? words });
    change({
      ...draft,
      words: merged(words, theirs, base?.words ?? words),
      base: { words: theirs, version: now.version },
    });
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (reason || save.isPending) return;
    // A new goal has no history that anybody could be surprised to find shared.
    if (base && isWider(base.words.seenBy, words.seenBy)) setAsksWider(true);
    else keep();
  }

  return (
    <Sheet roomy>
      <form className={styles.form} onSubmit={handleSubmit} noValidate>
        {showsKept && !isEmpty(words) && !isUnchanged && (
          <p className={styles.draft}>
            {t('give.draft')}
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                setShowsKept(false);
                startAnew();
              }}
            >
              {t(isNew ? 'give.draft.fresh' : 'goals.edit.draft.saved')}
            </Button>
          </p>
        )}
        {isNew && areSame(words, template) && (
          <Templates
            onChoose={(chosen) => {
              const filled = { ...emptyWords, ...filledWith(chosen, text) };
              setTemplate(filled);
              changeWords(filled);
              announce(t('goals.template.taken', { goal: filled.title }));
            }}
          />
        )}
        <WordsField
          label={t('goals.edit.title')}
          limit={goalLimits.title}
          value={words.title}
          onChange={(title) => changeWords({ title: title.replace(/\s*\n\s*/g, ' ') })}
        />
        <WordsField
          lines={2}
          label={t('goals.edit.outcome')}
          limit={goalLimits.outcome}
          value={words.outcome}
          onChange={(outcome) => changeWords({ outcome })}
        />
        <WordsField
          label={t('goals.edit.whyField')}
          limit={goalLimits.why}
          value={words.why}
          onChange={(words) => changeWords({ why: words })}
        />
        <Labelled label={t('goals.edit.until')}>
          {(described) => (
            <input
              {...described}
              type="date"
              className={mergeClasses(inputClass, styles.day)}
              value={words.dueOn}
              onChange={({ target }) => changeWords({ dueOn: target.value })}
            />
          )}
        </Labelled>
        <StepsEditor steps={words.steps} onChange={(steps) => changeWords({ steps })} />
        <IfThenEditor plan={words.ifThen} onChange={(ifThen) => changeWords({ ifThen })} />
        <SeenByEditor
          seenBy={words.seenBy}
          problem={code === 'goal.notInTeam' ? t(sentenceFor(code)) : null}
          onChange={(seenBy) => changeWords({ seenBy })}
        />
        <AskEditor
          ask={words.ask}
          isGoalShared={words.seenBy.audience === 'team'}
          onChange={(ask) => changeWords({ ask })}
        />
        {conflict && <GoalConflict conflict={conflict} words={words} onTake={changeWords} />}
        {code && !isConflict && code !== 'goal.notInTeam' && (
          <ProblemBar title={t('goals.edit.failed')}>
            {t(sentenceFor(code))} {!isOnline && t('goals.edit.offline')}
          </ProblemBar>
        )}
        <EditorFoot words={words}>
          <Button onClick={() => navigate(link(isNew ? '/goals' : `/goals/${draft.id}`))}>{t('give.cancel')}</Button>
          <Button
            ref={saveButton}
            type="submit"
            appearance="primary"
            disabled={reason !== null || save.isPending}
            aria-describedby={why}
          >
            {t('goals.edit.save')}
          </Button>
          <span id={why} hidden>
            {reason && t(reason)}
          </span>
        </EditorFoot>
      </form>
      <Suspense fallback={null}>
        {asksWider && base && (
          <ConfirmWider
            words={words}
            onKeep={() => {
              setAsksWider(false);
              saveButton.current?.focus();
            }}
            onShow={keep}
          />
        )}
      </Suspense>
    </Sheet>
  );
}
