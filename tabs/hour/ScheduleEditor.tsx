import type { ProposalsView } from '#contract/schedule';
import { makeResetStyles, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { type FormEvent, useId } from 'react';
import { useLocation } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { ScheduleAside } from './ScheduleAside.tsx';
import { ScheduleConflict } from './ScheduleConflict.tsx';
import { type Draft, draftOf } from './scheduleDraft.ts';
import { ScheduleFields } from './ScheduleFields.tsx';
import type { KnownSchedule } from './scheduleQueries.ts';
import { useKeeping } from './useKeeping.ts';
import { useScheduleDraft } from './useScheduleDraft.ts';

const useColumnsClass = makeResetStyles({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  rowGap: tokens.spacingVerticalXXL,
  alignItems: 'start',
  '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr) 360px', columnGap: '48px' },
});

const useFootClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: tokens.spacingHorizontalM,
  marginBlockStart: tokens.spacingVerticalS,
  paddingBlockStart: tokens.spacingVerticalL,
  borderBlockStartWidth: tokens.strokeWidthThin,
  borderBlockStartStyle: 'solid',
  borderBlockStartColor: tokens.colorNeutralStroke2,
});

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXL },
  who: { margin: 0, marginBlockEnd: tokens.spacingVerticalL, maxWidth: '60ch' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  draft: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
  seen: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type ScheduleEditorProps = { readonly saved: KnownSchedule; readonly proposals: ProposalsView['items'] };

/** The meeting that is given up first, then when the hour is instead; beside it, what follows from it. */
export function ScheduleEditor({ saved, proposals }: ScheduleEditorProps) {
  const columnsClass = useColumnsClass();
  const footClass = useFootClass();
  const styles = useStyles();
  const { t } = useText();
  const { team, me, members } = useTeam();
  const calling = useCalling();
  const link = useTeamLink();
  const [, navigate] = useLocation();
  const { announce } = useAnnounce();
  const why = useId();
  const mine = proposals.find(({ by }) => by.id === me.id)?.schedule ?? null;
  const form = useScheduleDraft(me.owner ? (saved?.body ?? null) : (mine ?? saved?.body ?? null));
  const keeping = useKeeping({ saved, mine, form });

  const owners = members.filter(({ owner }) => owner).slice(0, 3);
  const { wanted } = form;
  const reason = form.problem ?? keeping.reason;
  const isOwner = me.owner;

  function change(edit: Partial<Draft>) {
    form.change(edit);
    keeping.forget();
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!reason && !keeping.isPending) keeping.keep();
  }

  return (
    <>
      {!isOwner && (
        <p className={styles.who}>
          {owners.length > 0 ? t('hour.owners', { people: calling.atStart(owners) }) : t('hour.ownersNone')}
        </p>
      )}
      <div className={columnsClass}>
        <Sheet roomy aria-label={t('hour.schedule.form')}>
          <form className={styles.form} onSubmit={handleSubmit} noValidate>
            {form.isFromBefore && (
              <div className={styles.draft}>
                <p className={styles.quiet}>{t('hour.draft')}</p>
                <Button size="small" appearance="subtle" onClick={form.startAfresh}>
                  {t('give.draft.fresh')}
                </Button>
              </div>
            )}
            <ScheduleFields draft={form.draft} beginning={wanted.startOn} dates={form.beginnings} onChange={change} />
            {keeping.theirs && (
              <ScheduleConflict
                mine={wanted}
                theirs={keeping.theirs.body}
                onMine={keeping.keepMine}
                onTheirs={keeping.takeTheirs}
              />
            )}
            {keeping.trouble && (
              <ProblemBar title={t(isOwner ? 'hour.keep.failed' : 'hour.propose.failed')}>
                {t(sentenceFor(codeOf(keeping.trouble)))}
              </ProblemBar>
            )}
            <div className={footClass}>
              <div className={styles.seen}>
                <Audience>{t('audience.team', { count: members.length, team: team.name })}</Audience>
                <p id={why} role="status" className={styles.quiet}>
                  {keeping.said ? t(keeping.said) : reason && t(reason)}
                </p>
              </div>
              <div className={styles.actions}>
                {!isOwner && mine && (
                  <Button appearance="subtle" disabled={keeping.isPending} onClick={keeping.withdraw}>
                    {t('hour.propose.withdraw')}
                  </Button>
                )}
                <Button
                  onClick={() => {
                    form.drop();
                    navigate(link('/hour'));
                  }}
                >
                  {t('give.cancel')}
                </Button>
                <Button
                  type="submit"
                  appearance="primary"
                  disabled={reason !== null || keeping.isPending}
                  aria-describedby={why}
                >
                  {t(isOwner ? 'hour.keep' : 'hour.propose')}
                </Button>
              </div>
            </div>
          </form>
        </Sheet>
        <ScheduleAside
          form={form}
          saved={keeping.base}
          proposals={isOwner ? proposals : []}
          onTakeOver={({ by, schedule }) => {
            change(draftOf(schedule));
            announce(t('hour.proposal.taken', { person: calling.one(by) }));
          }}
        />
      </div>
    </>
  );
}
