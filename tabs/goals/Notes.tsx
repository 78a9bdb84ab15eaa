import type { GoalView, NoteView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { dayOf } from '../ui/when.ts';
import { Block } from './Block.tsx';
import { LinesSkeleton } from './GoalsSkeleton.tsx';
import { useNotes, useRemoveNote } from './keptQueries.ts';
import { More } from './More.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
  },
  meta: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  text: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** Messages from Teams that I kept beside this goal. They were said somewhere else, so nobody else reads them here. */
export function Notes({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const list = useNotes(goal.id);
  const remove = useRemoveNote(goal.id);
  const notes = (list.data?.pages ?? []).flatMap(({ items }) => items);
  if (goal.status !== 'open' && notes.length === 0) return null;
  return (
    <Block title={t('goals.notes')}>
      <Audience isPrivate>{t('goals.audience.me')}</Audience>
      {list.isPending && <LinesSkeleton />}
      {list.isError && !list.data && (
        <ProblemBar
          title={t('goals.notes.problem')}
          actions={<Button onClick={() => void list.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(list.error)))}
        </ProblemBar>
      )}
      {list.isSuccess && notes.length === 0 && <p className={styles.none}>{t('goals.notes.none')}</p>}
      {notes.length > 0 && (
        <ul role="list" className={styles.list}>
          {notes.map((note) => (
            <li key={note.id}>
              <NoteLine note={note} isBusy={remove.isPending} onRemove={() => remove.mutate(note.id)} />
            </li>
          ))}
        </ul>
      )}
      {remove.isError && (
        <ProblemBar title={t('goals.notes.removeFailed')}>{t(sentenceFor(codeOf(remove.error)))}</ProblemBar>
      )}
      <More list={list} />
    </Block>
  );
}

type NoteLineProps = { readonly note: NoteView; readonly isBusy: boolean; readonly onRemove: () => void };

function NoteLine({ note, isBusy, onRemove }: NoteLineProps) {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const text = useText();
  const [now] = useState(() => new Date());
  const day = dayOf(new Date(note.at), now, text);
  return (
    <div className={styles.line}>
      <div>
        <p dir="auto" className={styles.text}>
          {note.text}
        </p>
        <p className={styles.meta}>
          {text.t('goals.notes.kept', { day })}{' '}
          {note.messageLink && (
            <a className={linkClass} href={note.messageLink} target="_blank" rel="noopener noreferrer">
              {text.t('kudos.card.message')}
            </a>
          )}
        </p>
      </div>
      <IconButton
        label={text.t('goals.notes.remove', { day })}
        icon={<Delete20Regular />}
        disabled={isBusy}
        onClick={onRemove}
      />
    </div>
  );
}
