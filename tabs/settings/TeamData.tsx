import { paths } from '#contract/paths';
import type { EndingView } from '#contract/team';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonLink } from '../ui/ButtonLink.tsx';
import { dayOf } from '../ui/localDates.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { focusAfter } from '../ui/useReturn.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useKeepTeam } from './dataQueries.ts';
import { TakeAlong } from './TakeAlong.tsx';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalM,
  },
  wide: { justifySelf: 'stretch' },
  text: { margin: 0, marginBlockStart: tokens.spacingVerticalS, maxWidth: '60ch', outlineStyle: 'none' },
});

/** For owners: what all members can see, to take along, and to delete with time to think better of it. */
export function TeamData() {
  const styles = useStyles();
  const { t } = useText();
  const { team } = useTeam();
  const link = useTeamLink();
  const heading = useId();
  const [isKept, setIsKept] = useState(false);
  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('data.team')}>
        {t('data.team.text', { team: team.name })}
      </SheetHead>
      <TakeAlong
        label={t('data.team.download')}
        path={paths.teamExport(team.id)}
        nameOf={(day) => `people-hour-team-${day}.json`}
      />
      {team.ending ? (
        <Ends ending={team.ending} onKept={() => setIsKept(true)} />
      ) : (
        <>
          {isKept && (
            // The button that had the focus is gone.
            <p role="status" tabIndex={-1} ref={(said) => said?.focus()} className={styles.text}>
              {t('data.kept')}
            </p>
          )}
          <p className={styles.text}>{t('data.team.end')}</p>
          <ButtonLink href={link('/settings/end')} ref={focusAfter('/settings/end')}>
            {t('data.end.open')}
          </ButtonLink>
        </>
      )}
    </Sheet>
  );
}

/** How long there is to think better of it. */
function Ends({ ending: { by, endsAt }, onKept }: { ending: NonNullable<EndingView>; onKept: () => void }) {
  const styles = useStyles();
  const { t, locale } = useText();
  const { me } = useTeam();
  const calling = useCalling();
  const link = useTeamLink();
  const keep = useKeepTeam();
  return (
    <>
      <ProblemBar
        kind="note"
        className={styles.wide}
        title={t('data.ends', { date: dayOf(endsAt, locale) })}
        actions={
          <>
            <Button
              size="small"
              disabled={keep.isPending}
              onClick={() => keep.mutate(undefined, { onSuccess: onKept })}
            >
              {t('data.keep')}
            </Button>
            <ButtonLink size="small" href={link('/settings/delete')} ref={focusAfter('/settings/delete')}>
              {t('data.now.open')}
            </ButtonLink>
          </>
        }
      >
        {t('data.ends.by', { who: by.id === me.id ? 'me' : 'other', person: calling.atStart([by]) })}
      </ProblemBar>
      {keep.isError && (
        <ProblemBar className={styles.wide} title={t('data.keep.failed')}>
          {t(sentenceFor(codeOf(keep.error)))}
        </ProblemBar>
      )}
    </>
  );
}
