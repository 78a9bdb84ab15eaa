import type { TeamRemindersView } from '#contract/reminder';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { callingBy, shortNames } from '../ui/names.ts';
import { OnOff } from '../ui/OnOff.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { ListConflict } from './ListConflict.tsx';
import { postChoices, postNames, posts } from './posts.ts';
import { ReminderLog } from './ReminderLog.tsx';
import { useSaveTeamReminders, useTeamReminders } from './reminderQueries.ts';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  posts: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 639px)': { rowGap: tokens.spacingVerticalS },
  },
  said: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
});

/** Chosen here, while another owner chose something else. */
type Conflicting = { readonly mine: TeamRemindersView; readonly theirs: TeamRemindersView };

/** What the bot says in the team's conversation: chosen by its owners, known to everybody, with what became of it. */
export function TeamReminders() {
  const styles = useStyles();
  const { t } = useText();
  const { me, team, members } = useTeam();
  const wanted = useTeamReminders();
  const save = useSaveTeamReminders();
  const [conflict, setConflict] = useState<Conflicting | null>(null);
  const heading = useId();
  if (wanted.isPending) return <LetterSkeleton />;
  if (wanted.isError) {
    const retry = <Button onClick={() => void wanted.refetch()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t(sentenceFor(codeOf(wanted.error)))} actions={retry} />;
  }
  const saved = wanted.data.body;
  const unsaved = (save.isPending || save.isError) && save.variables ? save.variables : null;
  const chosen = conflict?.mine ?? unsaved ?? saved;

  /** While two versions wait for a choice, nothing is saved that would be one. */
  function choose(edit: Partial<TeamRemindersView>) {
    const mine = { ...chosen, ...edit };
    if (conflict) setConflict({ ...conflict, mine });
    else void keep(mine);
  }

  async function keep(mine: TeamRemindersView) {
    setConflict(null);
    try {
      await save.mutateAsync(mine);
    } catch (trouble) {
      if (codeOf(trouble) !== 'version.stale') return; // It is said below.
      const { data, isSuccess } = await wanted.refetch();
      if (isSuccess) setConflict({ mine, theirs: data.body });
    }
  }

  const namesOf = (wanted: TeamRemindersView) => posts.filter((post) => wanted[post]).map((post) => t(postNames[post]));

  function takeTheirs() {
    setConflict(null);
    save.reset();
  }

  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('reminders.team')}>
        {t('reminders.team.text')}
      </SheetHead>
      {me.owner ? (
        <ul role="list" aria-label={t('reminders.team')} className={styles.posts}>
          {posts.map((post) => (
            <li key={post}>
              <OnOff label={t(postChoices[post])} isOn={chosen[post]} onChange={(isOn) => choose({ [post]: isOn })} />
            </li>
          ))}
        </ul>
      ) : (
        <Read wanted={saved} />
      )}
      {conflict ? (
        <ListConflict
          title={t('reminders.team.conflict')}
          mine={namesOf(conflict.mine)}
          theirs={namesOf(conflict.theirs)}
          onMine={() => void keep(conflict.mine)}
          onTheirs={takeTheirs}
        />
      ) : (
        save.isError && (
          <ProblemBar
            title={t('settings.thankMe.failed')}
            actions={<Button onClick={() => void keep(chosen)}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(save.error)))}
          </ProblemBar>
        )
      )}
      <div className={styles.foot}>
        <Audience>{t('reminders.team.audience', { count: members.length, team: team.name })}</Audience>
        <span role="status" className={styles.quiet}>
          {save.isPending ? t('settings.saving') : save.isSuccess && t('settings.saved')}
        </span>
      </div>
      <ReminderLog />
    </Sheet>
  );
}

function Read({ wanted }: { wanted: TeamRemindersView }) {
  const styles = useStyles();
  const text = useText();
  const { me, members } = useTeam();
  const on = posts.filter((post) => wanted[post]);
  const owners = members.filter(({ owner }) => owner);
  const people = callingBy(shortNames(members), me.id, text).atStart(owners.slice(0, 3));
  return (
    <>
      {on.length > 0 ? (
        <ul className={styles.said}>
          {on.map((post) => (
            <li key={post}>{text.t(postChoices[post])}</li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{text.t('reminders.team.none')}</p>
      )}
      {owners.length > 0 && <p className={styles.quiet}>{text.t('reminders.team.owners', { people })}</p>}
    </>
  );
}
