import type { StatusLineView } from '#contract/hour';
import { fits, statusLimits } from '#contract/limits';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Audience } from '../../ui/Audience.tsx';
import { Button } from '../../ui/Button.tsx';
import { Conflict } from '../../ui/Conflict.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { WordsField } from '../../ui/WordsField.tsx';
import { keepStatus, keptStatus, type StatusDraft } from './statusDraft.ts';
import { useSayStatus, useStatusNow } from './statusQueries.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  deeds: { display: 'flex', columnGap: tokens.spacingHorizontalS },
});

// Somebody has said something on another page of mine, after what this one is based on.
const isOvertaken = (trouble: unknown) => ['version.stale', 'version.missing'].includes(codeOf(trouble));

type StatusFormProps = {
  readonly date: string;
  /** What I said already. */
  readonly mine: StatusLineView | null;
  /** There is something in it that was not said yet. */
  readonly onWrite: () => void;
  /** There is not any more. */
  readonly onLeave: () => void;
};

/** Two lines for the others. What is typed stays until the service has it. */
export function StatusForm({ date, mine, onWrite, onLeave }: StatusFormProps) {
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const { announce } = useAnnounce();
  const say = useSayStatus(date);
  const statusNow = useStatusNow(date);
  const [draft, setDraft] = useState<StatusDraft>(
    () => keptStatus(team.id, me.id, date) ?? { text: mine?.text ?? '', version: mine?.version ?? null },
  );
  // `null` in it: it was taken back there.
  const [other, setOther] = useState<{ readonly line: StatusLineView | null } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [isChange] = useState(mine !== null);
  const text = draft.text.trim();

  // Who pressed "Change it" goes on where they change it.
  useEffect(() => {
    if (isChange) form.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [isChange]);
  const mayNot = text === '' || !fits(text, statusLimits.text) || say.isPending || other !== null;

  function change(typed: string) {
    const next = { ...draft, text: typed };
    setDraft(next);
    keepStatus(team.id, me.id, date, next);
    onWrite();
    if (say.isError) say.reset();
  }

  function leave() {
    keepStatus(team.id, me.id, date, null);
    setDraft({ text: '', version: null });
    setOther(null);
    say.reset();
    onLeave();
  }

  async function keep({ version }: Pick<StatusDraft, 'version'>) {
    try {
      await say.mutateAsync({ text, version });
      announce(t('hour.status.said'));
      leave();
    } catch (trouble) {
      if (!isOvertaken(trouble)) return; // It is said below.
      const line = await statusNow().catch(() => undefined);
      if (line !== undefined) setOther({ line });
    }
  }

  function keepOver(line: StatusLineView | null) {
    const next = { ...draft, version: line?.version ?? null };
    setDraft(next);
    setOther(null);
    keepStatus(team.id, me.id, date, next);
    void keep(next);
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!mayNot) void keep(draft);
  }

  return (
    <form ref={form} className={styles.form} onSubmit={handleSubmit} noValidate>
      <WordsField
        label={t('hour.status.label')}
        limit={statusLimits.text}
        lines={2}
        value={draft.text}
        onChange={change}
      />
      {other ? (
        <Conflict
          isOwn
          title={t('settings.thankMe.conflict')}
          lines={[other.line ? t('hour.status.other', { text: other.line.text }) : t('hour.status.otherGone')]}
          onMine={() => keepOver(other.line)}
          onTheirs={leave}
        />
      ) : (
        say.isError && <ProblemBar title={t('hour.status.failed')}>{t(sentenceFor(codeOf(say.error)))}</ProblemBar>
      )}
      <div className={styles.foot}>
        <Audience>{t('hour.status.audience', { count: members.length, team: team.name })}</Audience>
        <span className={styles.deeds}>
          {mine && (
            <Button appearance="subtle" onClick={leave}>
              {t('give.cancel')}
            </Button>
          )}
          <Button type="submit" disabled={mayNot}>
            {t('hour.status.say')}
          </Button>
        </span>
      </div>
    </form>
  );
}
