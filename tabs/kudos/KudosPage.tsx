import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Heart20Regular } from '@fluentui/react-icons/headless/svg/heart';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';
import { useSearchState } from '../ui/useSearchState.ts';
import { useAside } from './aside.ts';
import { type Start, startIn } from './draft.ts';
import { KudosFilters } from './KudosFilters.tsx';
import { useKudosList } from './kudosQueries.ts';
import { KudosWall, WallSkeleton } from './KudosWall.tsx';
import { MoreKudos } from './MoreKudos.tsx';
import { MyGoalLine } from './MyGoalLine.tsx';
import { NoKudos, WallProblem } from './NoKudos.tsx';
import { answers, isOpen, questionIn } from './question.ts';
import { Button } from '../ui/Button.tsx';
import { fluentPart, part, whenIdle } from '../ui/part.tsx';

const EmptyState = part(async () => (await import('../ui/EmptyState.tsx')).EmptyState);
const LinkedKudos = part(async () => (await import('./LinkedKudos.tsx')).LinkedKudos);
const GiveKudos = fluentPart(async () => (await import('./GiveKudos.tsx')).GiveKudos);

const useStyles = makeStyles({ give: { paddingInline: tokens.spacingHorizontalL } });

/** What a team is thankful for. `arrivedAt` is when the first screen, which brought the newest ones, was read. */
export function KudosPage({ arrivedAt }: { arrivedAt: number }) {
  const styles = useStyles();
  const { t } = useText();
  const { team, me } = useTeam();
  const { params, change } = useSearchState();
  const { announce } = useAnnounce();
  const [isGiving, setIsGiving] = useState(false);
  const [start, setStart] = useState<Start | null>(null);
  const [given, setGiven] = useState<string | null>(null);
  const giveButton = useRef<HTMLButtonElement>(null);
  const question = questionIn(params);
  // Somebody pressed "Give kudos" elsewhere: the form opens for whom they meant, and the address forgets it.
  const asked = params.get('give');
  if (asked && !isGiving) {
    setStart(startIn(params));
    setIsGiving(true);
  }
  useEffect(() => {
    if (asked) change({ give: null, text: null });
  });
  const linked = params.get('kudos');
  const list = useKudosList(question, arrivedAt);
  const aside = useAside().ids;

  const kudos = (list.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter((one) => !aside.has(one.id) && one.id !== linked && answers(one, question, me.id));
  const isFirst = list.isSuccess && isOpen(question) && !linked && kudos.length === 0 && !list.hasNextPage;

  // Thanking somebody must not start with waiting.
  useEffect(() => whenIdle(GiveKudos.fetch), []);

  function close() {
    setIsGiving(false);
    setStart(null);
    giveButton.current?.focus();
  }

  // The button moves from the empty wall to the head of a full one; the keyboard moves with it.
  const wasFirst = useRef(isFirst);
  useEffect(() => {
    if (wasFirst.current !== isFirst && document.activeElement === document.body) giveButton.current?.focus();
    wasFirst.current = isFirst;
  }, [isFirst]);

  const give = (
    <Button
      ref={giveButton}
      appearance="primary"
      className={styles.give}
      icon={isFirst ? undefined : <Heart20Regular />}
      onClick={() => setIsGiving(true)}
    >
      {t('kudos.give')}
    </Button>
  );

  return (
    <Page title={t('kudos.title', { team: team.name })} shortTitle={t('shell.kudos')} action={!isFirst && give}>
      <MyGoalLine />
      {isFirst ? (
        <Suspense>
          <EmptyState title={t('kudos.empty.title')} text={t('kudos.empty.text')} action={give} />
        </Suspense>
      ) : (
        <>
          <KudosFilters question={question} />
          <Suspense>{linked && <LinkedKudos id={linked} />}</Suspense>
          {list.isPending && <WallSkeleton />}
          {list.isError && !list.data && <WallProblem trouble={list.error} onRetry={() => void list.refetch()} />}
          <KudosWall kudos={kudos} given={given} />
          {list.data && kudos.length === 0 && !list.hasNextPage && <NoKudos question={question} />}
          {list.hasNextPage && <MoreKudos list={list} shown={kudos.length} />}
        </>
      )}
      <Suspense fallback={null}>
        {isGiving && (
          <GiveKudos
            start={start}
            onClose={close}
            onGiven={(id) => {
              setGiven(id);
              close();
              announce(t('kudos.given'));
              // What was just given is seen, whatever was looked for before.
              if (!isOpen(question)) change({ show: null, person: null, value: null, q: null });
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}
