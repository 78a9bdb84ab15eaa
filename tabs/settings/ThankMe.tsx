import { type Wish, wishes } from '#contract/limits';
import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { Conflict } from '../ui/Conflict.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { SheetHead } from '../ui/SheetHead.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useMyProfile, useSaveWish } from './settingsQueries.ts';

const names = {
  channel: { name: 'settings.thankMe.channel', why: 'settings.thankMe.channelWhy' },
  hour: { name: 'settings.thankMe.hour', why: 'settings.thankMe.hourWhy' },
  private: { name: 'settings.thankMe.private', why: 'settings.thankMe.privateWhy' },
  no: { name: 'settings.thankMe.no', why: 'settings.thankMe.noWhy' },
} satisfies Record<Wish, { name: TextKey; why: TextKey }>;

const useStyles = makeStyles({
  sheet: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  // The rings, not the room around them, stand on the edge and at their distance.
  wishes: {
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    marginBlockStart: `calc(-1 * ${tokens.spacingVerticalS})`,
  },
  why: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  saved: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** How I like to be thanked. Saved as it is chosen; obeyed everywhere, shown to nobody. */
export function ThankMe() {
  const styles = useStyles();
  const { t } = useText();
  const profile = useMyProfile();
  const save = useSaveWish();
  const heading = useId();

  if (profile.isPending) return <LetterSkeleton />;
  if (profile.isError) {
    const retry = <Button onClick={() => void profile.refetch()}>{t('error.retry')}</Button>;
    return <ProblemBar title={t(sentenceFor(codeOf(profile.error)))} actions={retry} />;
  }
  const saved = profile.data.body.thankMe ?? 'channel';
  // What I chose stays chosen, saved or not.
  const mine = (save.isPending || save.isError) && save.variables ? save.variables : saved;
  const isConflict = save.isError && codeOf(save.error) === 'version.stale';

  async function choose(wish: Wish) {
    // Elsewhere meanwhile: what is there now is what the choice is based on.
    if (isConflict) await profile.refetch();
    save.mutate(wish);
  }

  async function takeTheirs() {
    await profile.refetch();
    save.reset();
  }

  return (
    <Sheet roomy className={styles.sheet} aria-labelledby={heading}>
      <SheetHead id={heading} title={t('settings.thankMe')} />
      <RadioGroup
        aria-labelledby={heading}
        className={styles.wishes}
        value={mine}
        onChange={(_event, { value }) => void choose(value as Wish)}
      >
        {wishes.map((wish) => (
          <Radio
            key={wish}
            value={wish}
            label={
              <>
                {t(names[wish].name)}
                <span className={styles.why}>{t(names[wish].why)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {isConflict ? (
        <Conflict
          isOwn
          title={t('settings.thankMe.conflict')}
          lines={[t('settings.thankMe.conflictText', { mine: t(names[mine].name) })]}
          onMine={() => void choose(mine)}
          onTheirs={() => void takeTheirs()}
        />
      ) : (
        save.isError && (
          <ProblemBar
            title={t('settings.thankMe.failed')}
            actions={<Button onClick={() => save.mutate(mine)}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(save.error)))}
          </ProblemBar>
        )
      )}
      <div className={styles.foot}>
        <Audience isPrivate>{t('settings.thankMe.audience')}</Audience>
        <span role="status" className={styles.saved}>
          {save.isPending ? t('settings.saving') : save.isSuccess && t('settings.saved')}
        </span>
      </div>
    </Sheet>
  );
}
