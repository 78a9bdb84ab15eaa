import { makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Button } from '../ui/Button.tsx';
import { PeoplePicker } from '../ui/PeoplePicker.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useSaveAvoids } from './avoidQueries.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const most = 20;

/** Whom I would rather not be paired with. */
export function AvoidsEditor({ saved }: { saved: readonly string[] }) {
  const styles = useStyles();
  const { t } = useText();
  const { me, members } = useTeam();
  const save = useSaveAvoids();
  const [chosen, setChosen] = useState(saved);
  const isSame = chosen.length === saved.length && chosen.every((id) => saved.includes(id));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSame) save.mutate(chosen);
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <PeoplePicker
        label={t('myPairs.avoid')}
        people={members.filter(({ id }) => id !== me.id)}
        chosen={chosen}
        onChange={setChosen}
        most={most}
        full={t('myPairs.full')}
      />
      <Audience isPrivate>{t('running.exit.onlyMe')}</Audience>
      <p className={styles.hint}>{t('myPairs.when')}</p>
      {save.isError && <ProblemBar title={t('myPairs.failed')}>{t(sentenceFor(codeOf(save.error)))}</ProblemBar>}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabled={isSame || save.isPending}>
          {t('myPairs.save')}
        </Button>
        <p role="status" className={styles.hint}>
          {save.isSuccess && isSame && t('myPairs.saved')}
        </p>
      </div>
    </form>
  );
}
