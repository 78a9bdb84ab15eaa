import { topicKinds, topicLimits, fits } from '#contract/limits';
import type { TopicView } from '#contract/hour';
import { makeResetStyles, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useId, useRef, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { AddButton } from '../ui/AddButton.tsx';
import { Audience } from '../ui/Audience.tsx';
import { useInputClass } from '../ui/inputClass.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useRaise } from './hourQueries.ts';
import { freshTopic, keepTopic, keptTopic } from './topicDraft.ts';
import { kindNames } from './topicKinds.tsx';

const useKindClass = makeResetStyles({
  maxWidth: '100%',
  minHeight: '24px',
  margin: 0,
  padding: 0,
  border: 'none',
  borderRadius: tokens.borderRadiusSmall,
  backgroundColor: 'transparent',
  color: tokens.colorNeutralForeground3,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase200,
  cursor: 'pointer',
  ':hover': { color: tokens.colorNeutralForeground2Hover },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
});

/** Ten seconds: a line and Enter. What is typed stays until the service has it. */
export function AddTopic({ date }: { date: string }) {
  const kindClass = useKindClass();
  const inputClass = useInputClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const { announce } = useAnnounce();
  const raise = useRaise(date);
  const [draft, setDraft] = useState(() => keptTopic(team.id, me.id) ?? freshTopic());
  const input = useRef<HTMLInputElement>(null);
  const seen = useId();
  const text = draft.text.trim();
  const isTooLong = !fits(text, topicLimits.text);

  function change(edit: Partial<typeof draft>) {
    const next = { ...draft, ...edit };
    setDraft(next);
    keepTopic(team.id, me.id, next);
    if (raise.isError) raise.reset();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!text) input.current?.focus();
    if (!text || isTooLong || raise.isPending) return;
    const { id, kind } = draft;
    raise.mutate(
      { id, topic: { text, kind } },
      {
        onSuccess: () => {
          announce(t('hour.topic.added', { topic: text }));
          // Whoever types on while it is sent keeps what they typed.
          setDraft((now) => (now.id === id ? freshTopic() : now));
          keepTopic(team.id, me.id, null);
          input.current?.focus();
        },
        onError: (trouble) => {
          if (codeOf(trouble) === 'hour.idTaken') change({ id: crypto.randomUUID() });
        },
      },
    );
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <div className={styles.line}>
        <input
          ref={input}
          className={inputClass}
          aria-label={t('hour.topic.label')}
          aria-describedby={seen}
          aria-invalid={isTooLong || undefined}
          placeholder={t('hour.topic.hint')}
          dir={draft.text ? 'auto' : undefined}
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
        />
        <AddButton type="submit" appearance="primary" word={t('hour.topic.add')} />
      </div>
      <div className={styles.below}>
        <Audience id={seen}>{t('audience.team', { count: members.length, team: team.name })}</Audience>
        <select
          className={kindClass}
          aria-label={t('hour.topic.kind')}
          value={draft.kind}
          onChange={({ target }) => change({ kind: target.value as TopicView['kind'] })}
        >
          {topicKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(kindNames[kind])}
            </option>
          ))}
        </select>
      </div>
      {(isTooLong || raise.isError) && (
        <ProblemBar title={t(isTooLong ? 'hour.topic.tooLong' : 'hour.topic.failed')}>
          {raise.isError && t(sentenceFor(codeOf(raise.error)))}
        </ProblemBar>
      )}
    </form>
  );
}
