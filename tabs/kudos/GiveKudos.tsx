import { kudosLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { firstScreen, useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import { useOnline } from '../ui/useOnline.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { type Draft, dropDraft, freshDraft, isAsBegun, keepDraft, keptDraft, type Start } from './draft.ts';
import { type GiveField, needsNewId, problemOfGiving, sawOldTeam, whyNotYet } from './giveProblems.ts';
import { useGiveKudos, usePreview } from './kudosQueries.ts';
import { WhatHappens } from './WhatHappens.tsx';
import { WhomPicker } from './WhomPicker.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 639px)': { rowGap: tokens.spacingVerticalL },
  },
  draft: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  foot: { display: 'grid', flexGrow: 1, minWidth: 0, rowGap: tokens.spacingVerticalM },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
  },
  why: {
    flexGrow: 1,
    '@media (max-width: 639px)': { flexBasis: '100%' },
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

type GiveKudosProps = {
  readonly start: Start | null;
  readonly onGiven: (id: string) => void;
  readonly onClose: () => void;
};

/** Thanking somebody. Whatever goes wrong on the way, what was typed stays; however often it is sent, it becomes one. */
export function GiveKudos({ start: asked, onGiven, onClose }: GiveKudosProps) {
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const queries = useQueryClient();
  // Whoever left meanwhile cannot be thanked here, and nobody thanks themselves.
  const [start] = useState(() => asked && { ...asked, to: asked.to.filter((id) => id !== me.id && isIn(members, id)) });
  const slot = { team: team.id, person: me.id, start };
  const [kept] = useState(() => keptDraft(slot));
  const [draft, setDraft] = useState<Draft>(() => kept ?? freshDraft(start));
  const [showsKept, setShowsKept] = useState(kept !== null);
  const give = useGiveKudos();
  const preview = usePreview(draft.to);
  const isOnline = useOnline();
  const why = useId();
  const box = useId();
  const fields = useRef<HTMLDivElement>(null);
  // The first thing in a dialog is its way out; who came to thank goes on where something is to be filled in.
  useEffect(() => {
    const isTouched = window.matchMedia('(pointer: coarse)').matches;
    if (!isTouched)
      fields.current?.querySelector<HTMLElement>(kept?.to.length || start ? 'textarea' : 'input')?.focus();
  }, [kept, start]);

  const outcome = preview.data;
  const reason = give.isPending ? 'give.why.sending' : whyNotYet(draft, outcome);
  const problem = give.isError ? problemOfGiving(codeOf(give.error)) : null;
  // A preview that was refused says it before the kudos is.
  const early = preview.isError && !problem ? problemOfGiving(codeOf(preview.error)) : problem;
  const at = (field: GiveField) => (early?.at === field ? t(early.sentence) : null);

  function change(edit: Partial<Draft>) {
    const next = { ...draft, ...edit };
    setDraft(next);
    keepDraft(slot, next);
    if (give.isError) give.reset();
  }

  function handleSubmit() {
    if (reason) return;
    const { id, to, text, effect, value } = draft;
    give.mutate(
      { id, gift: { to: [...to], text, effect: effect || null, value } },
      {
        onSuccess: () => {
          dropDraft(slot);
          onGiven(id);
        },
        onError: (trouble) => {
          const code = codeOf(trouble);
          if (needsNewId(code)) {
            const anew = { ...draft, id: crypto.randomUUID() };
            setDraft(anew);
            keepDraft(slot, anew);
          }
          if (sawOldTeam(code)) void queries.invalidateQueries(firstScreen(team.id));
        },
      },
    );
  }

  const values = [
    ...team.values.map((value) => ({ value, name: value })),
    ...(draft.value ? [none(t('give.value.none'))] : []),
  ];

  return (
    <TaskDialog
      title={t('give.title')}
      onSubmit={handleSubmit}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          {problem?.at === 'form' && (
            <ProblemBar title={problem.isRefusal ? t(problem.sentence) : t('give.failed')}>
              {!problem.isRefusal && t(problem.sentence)}{' '}
              {!problem.isRefusal && t(isOnline ? 'give.failed.again' : 'give.failed.safe')}
            </ProblemBar>
          )}
          <div className={styles.actions}>
            <p id={why} className={styles.why}>
              {reason && t(reason)}
            </p>
            <Button onClick={onClose}>{t('give.cancel')}</Button>
            <Button type="submit" appearance="primary" disabled={reason !== null} aria-describedby={`${why} ${box}`}>
              {t('give.send')}
            </Button>
          </div>
        </div>
      }
    >
      <div ref={fields} className={styles.fields}>
        {showsKept && !isAsBegun(draft, start) && (
          <p className={styles.draft}>
            {t('give.draft')}
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                setShowsKept(false);
                change(freshDraft(start));
              }}
            >
              {t('give.draft.fresh')}
            </Button>
          </p>
        )}
        <WhomPicker to={draft.to} onChange={(to) => change({ to })} problem={at('to')} />
        <WordsField
          lines={3}
          label={t('give.text')}
          hint={t('give.text.hint')}
          limit={kudosLimits.text}
          value={draft.text}
          onChange={(text) => change({ text })}
          problem={at('text')}
        />
        <WordsField
          label={t('give.effect')}
          limit={kudosLimits.effect}
          value={draft.effect}
          onChange={(effect) => change({ effect })}
          problem={at('effect')}
        />
        {(team.values.length > 0 || draft.value) && (
          <Choices
            label={t('give.value')}
            choices={values}
            chosen={draft.value}
            onChoose={(value) => change({ value })}
            problem={at('value')}
          />
        )}
        <WhatHappens id={box} to={draft.to} outcome={outcome} />
      </div>
    </TaskDialog>
  );
}

const isIn = (members: readonly { readonly id: string }[], wanted: string) => members.some(({ id }) => id === wanted);

const none = (name: string) => ({ value: null, name });
