import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Answer } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { type GoalDraft, keptGoalDraft } from './goalDraft.ts';
import { GoalEditor } from './GoalEditor.tsx';
import { useGoalForEdit } from './goalsQueries.ts';
import { GoalSkeleton } from './GoalsSkeleton.tsx';
import { emptyWords, wordsOf } from './goalWords.ts';
import { WhatHelps } from './WhatHelps.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 640px) minmax(0, 1fr)',
    columnGap: '56px',
    rowGap: tokens.spacingVerticalXXL,
    alignItems: 'start',
    '@media (max-width: 959px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  aside: { '@media (min-width: 960px)': { paddingBlockStart: tokens.spacingVerticalXXL } },
  text: { margin: 0, maxWidth: '60ch' },
});

/** A goal is begun and changed on a page of its own: it is long, and nothing of it may get lost. */
export function GoalEditorPage() {
  const { id } = useParams();
  return id ? <Edit key={id} id={id} /> : <Begin />;
}

function Begin() {
  const { t } = useText();
  const { team, me } = useTeam();
  const link = useTeamLink();
  const [kept] = useState(() => keptGoalDraft(team.id, me.id, 'new'));
  const [fresh] = useState<GoalDraft>(() => ({ id: crypto.randomUUID(), words: emptyWords, base: null }));
  return (
    <Frame title={t('goals.new')} back={<BackLink href={link('/goals')}>{t('goals.title')}</BackLink>} isNew>
      <GoalEditor draftKey="new" saved={fresh} kept={kept} />
    </Frame>
  );
}

function Edit({ id }: { id: string }) {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const link = useTeamLink();
  const goal = useGoalForEdit(id);
  const known = goal.data?.body;
  const back = <BackLink href={link(`/goals/${id}`)}>{known?.title ?? t('goals.title')}</BackLink>;
  const isGone = goal.isError && codeOf(goal.error) === 'notFound';

  if (goal.data && known && known.standing === 'owner' && known.status === 'open') {
    return (
      <Frame title={t('goals.edit')} back={back}>
        <Loaded goal={goal.data} />
      </Frame>
    );
  }
  return (
    <Page back={back} title={t('goals.edit')}>
      {goal.isPending && <GoalSkeleton />}
      {isGone && <p className={styles.text}>{t('goals.gone')}</p>}
      {known && (
        <p className={styles.text}>
          {t(known.standing === 'owner' ? 'refusal.goal.closed' : 'refusal.goal.notYours')}{' '}
          <Link className={linkClass} href={link(`/goals/${id}`)}>
            {t('goals.edit.look')}
          </Link>
        </p>
      )}
      {goal.isError && !isGone && (
        <ProblemBar
          title={t('goals.problemOne')}
          actions={<Button onClick={() => void goal.refetch()}>{t('error.retry')}</Button>}
        >
          {t(sentenceFor(codeOf(goal.error)))}
        </ProblemBar>
      )}
    </Page>
  );
}

function Loaded({ goal }: { goal: Answer<GoalView> }) {
  const { team, me } = useTeam();
  const { id } = goal.body;
  const [saved] = useState<GoalDraft>(() => {
    const words = wordsOf(goal.body);
    return { id, words, base: { words, version: goal.version } };
  });
  const [kept] = useState(() => keptGoalDraft(team.id, me.id, id));
  return <GoalEditor draftKey={id} saved={saved} kept={kept} />;
}

type FrameProps = {
  readonly title: string;
  readonly back: ReactNode;
  readonly isNew?: boolean;
  readonly children: ReactNode;
};

function Frame({ title, back, isNew = false, children }: FrameProps) {
  const styles = useStyles();
  return (
    <Page back={back} title={title}>
      <div className={styles.page}>
        {children}
        <div className={styles.aside}>
          <WhatHelps isNew={isNew} />
        </div>
      </div>
    </Page>
  );
}
