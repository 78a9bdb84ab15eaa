import type { GrowthRecord } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useText } from '../text/useText.ts';
import type { Calling } from '../ui/names.ts';
import { wordFor } from './confidence.ts';
import { IfThenSentence } from './IfThenSentence.tsx';

const useStyles = makeStyles({
  goal: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
    '@media print': { breakInside: 'auto' },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    '@media print': { breakAfter: 'avoid' },
  },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, maxWidth: '72ch', whiteSpace: 'pre-wrap' },
  name: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    '@media print': { breakAfter: 'avoid' },
  },
  list: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  item: { '@media print': { breakInside: 'avoid' } },
});

type RecordedGoalProps = { readonly goal: GrowthRecord['goals'][number]; readonly calling: Calling };

export function RecordedGoal({ goal, calling }: RecordedGoalProps) {
  const styles = useStyles();
  const { t, locale } = useText();
  const heading = useId();
  const day = (at: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));
  // As the days beside it: a record is read in another year.
  const localDay = (date: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
  const by = (author: { id: string; name: string }, at: string) =>
    t('goals.comment.by', { person: calling.atStart([author]), day: day(at) });
  const status = {
    open: 'goals.record.open',
    reached: 'goals.record.reached',
    dropped: 'goals.record.dropped',
  } as const;
  return (
    <section aria-labelledby={heading} className={styles.goal}>
      <div>
        <h2 id={heading} dir="auto" className={styles.title}>
          {goal.title}
        </h2>
        <p className={styles.meta}>
          {t(status[goal.status], { begun: day(goal.createdAt), ended: day(goal.closings[0]?.at ?? goal.createdAt) })}
          {goal.dueOn && goal.status === 'open' && ` · ${t('goals.until', { day: localDay(goal.dueOn) })}`}
        </p>
      </div>
      {goal.outcome && <Said name={t('goals.record.outcome')}>{goal.outcome}</Said>}
      {goal.why && <Said name={t('goals.why')}>{goal.why}</Said>}
      {goal.ifThen && <IfThenSentence plan={goal.ifThen} />}
      <Items
        name={t('goals.steps')}
        items={goal.steps.map(({ id, text: step, done }) => ({
          id,
          words: t(done ? 'goals.conflict.stepDone' : 'goals.conflict.step', { step }),
        }))}
      />
      <Items
        name={t('goals.ended')}
        items={goal.closings.map(({ status: how, learned, helpedBy, at }) => ({
          id: at,
          meta: t(how === 'reached' ? 'goals.ended.reachedOn' : 'goals.ended.droppedOn', { day: day(at) }),
          words: learned,
          after:
            helpedBy.length > 0
              ? t('goals.ended.helped', { people: calling.atStart(helpedBy), count: helpedBy.length })
              : '',
        }))}
      />
      <Items
        name={t('goals.history')}
        items={goal.checkIns.map(({ id, learned, confidence, progress, at }) => ({
          id,
          meta: t('goals.history.line', { day: day(at), sure: t(wordFor(confidence)), ...progress }),
          words: learned,
        }))}
      />
      <Items
        name={t('goals.evidence')}
        items={goal.evidence.map((kudos) => ({
          id: kudos.id,
          meta: by(kudos.from, kudos.createdAt),
          words: kudos.text,
        }))}
      />
      <Items
        name={t('goals.comments')}
        items={goal.comments.map((said) => ({ id: said.id, meta: by(said.author, said.at), words: said.text }))}
      />
      <Items
        name={t('goals.notes')}
        items={goal.notes.map((note) => ({
          id: note.id,
          meta: t('goals.notes.kept', { day: day(note.at) }),
          words: note.text,
        }))}
      />
    </section>
  );
}

function Said({ name, children }: { name: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.meta}>{name}</p>
      <p dir="auto" className={styles.text}>
        {children}
      </p>
    </div>
  );
}

type Item = { readonly id: string; readonly meta?: string; readonly words: string; readonly after?: string };

function Items({ name, items }: { name: string; items: readonly Item[] }) {
  const styles = useStyles();
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className={styles.name}>{name}</h3>
      <ul role="list" className={styles.list}>
        {items.map(({ id, meta, words, after }) => (
          <li key={id} className={styles.item}>
            {meta && <p className={styles.meta}>{meta}</p>}
            {words && (
              <p dir="auto" className={styles.text}>
                {words}
              </p>
            )}
            {after && <p className={styles.text}>{after}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
