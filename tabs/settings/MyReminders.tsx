import type { MyRemindersBody, MyRemindersView } from '#contract/reminder';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { MyReminderKinds } from './MyReminderKinds.tsx';
import { QuietTimes } from './QuietTimes.tsx';
import { useMyReminders, useSaveMyReminders } from './reminderQueries.ts';

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  saved: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What the bot tells me alone. Saved as it is chosen. */
export function MyReminders() {
  const { t } = useText();
  const mine = useMyReminders();
  if (mine.isPending) return <LetterSkeleton />;
  if (mine.isError) {
    const retry = <Button onClick={() => void mine.refetch()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t(sentenceFor(codeOf(mine.error)))} actions={retry} />;
  }
  return <Chosen saved={mine.data.body} onReload={async () => (await mine.refetch()).data?.body} />;
}

type ChosenProps = {
  readonly saved: MyRemindersView;
  readonly onReload: () => Promise<MyRemindersView | undefined>;
};

function Chosen({ saved, onReload }: ChosenProps) {
  const styles = useStyles();
  const { t } = useText();
  const save = useSaveMyReminders();
  const heading = useId();
  // What I chose stays chosen, saved or not.
  const [chosen, setChosen] = useState(() => chosenIn(saved));
  const isConflict = save.isError && codeOf(save.error) === 'version.stale';
  const isOn = Object.values(chosen.kinds).some(Boolean);

  function change(edit: Partial<Chosen>) {
    const next = { ...chosen, ...edit };
    setChosen(next);
    save.mutate(bodyOf(next));
  }

  /** Changed elsewhere meanwhile: what is there now is what the choice is based on. */
  async function keepMine() {
    await onReload();
    save.mutate(bodyOf(chosen));
  }

  async function takeTheirs() {
    const theirs = await onReload();
    if (theirs) setChosen(chosenIn(theirs));
    save.reset();
  }

  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('reminders.mine')}>
        {t('reminders.mine.text')}
      </SheetHead>
      {saved.isBlocked && <ProblemBar kind="note" title={t('reminders.blocked')} />}
      <MyReminderKinds chosen={chosen} stopped={saved.stopped} timeZone={saved.timeZone} onChange={change} />
      {isOn && <QuietTimes chosen={chosen} timeZone={saved.timeZone} onChange={change} />}
      {save.isError &&
        (isConflict ? (
          <Conflict
            isOwn
            title={t('settings.thankMe.conflict')}
            lines={[t('reminders.conflict')]}
            onMine={() => void keepMine()}
            onTheirs={() => void takeTheirs()}
          />
        ) : (
          <ProblemBar
            title={t('settings.thankMe.failed')}
            actions={<Button onClick={() => save.mutate(bodyOf(chosen))}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(save.error)))}
          </ProblemBar>
        ))}
      <div className={styles.foot}>
        <Audience isPrivate>{t('reminders.audience')}</Audience>
        <span role="status" className={styles.saved}>
          {save.isPending ? t('settings.saving') : save.isSuccess && t('settings.saved')}
        </span>
      </div>
    </Sheet>
  );
}

export type Chosen = Pick<MyRemindersView, keyof MyRemindersBody>;

/** An instance that is older than this page does not tell of single kinds. */
const chosenIn = ({ kinds, ifThenAt, checkInAt, quiet, snoozedUntil, snoozed = {} }: MyRemindersView): Chosen => ({
  kinds,
  ifThenAt,
  checkInAt,
  quiet,
  snoozedUntil,
  snoozed,
});

/** Nor would it take them: where none is paused, nothing is said of it. */
const bodyOf = ({ snoozed, ...chosen }: Chosen): MyRemindersBody =>
  Object.keys(snoozed).length > 0 ? { ...chosen, snoozed } : chosen;
