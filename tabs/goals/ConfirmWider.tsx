import { makeStyles } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { TaskDialog } from '../ui/TaskDialog.tsx';
import type { Words } from './goalWords.ts';

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '60ch' } });

type ConfirmWiderProps = { readonly words: Words; readonly onKeep: () => void; readonly onShow: () => void };

/** More people than before would see all of it. That is asked, never assumed. */
export function ConfirmWider({ words, onKeep, onShow }: ConfirmWiderProps) {
  const styles = useStyles();
  const { t } = useText();
  const { team, members } = useTeam();
  const calling = useCalling();
  const { audience, supporters } = words.seenBy;
  const people = members.filter(({ id }) => supporters.includes(id));
  return (
    <TaskDialog
      title={t('goals.wider.title')}
      onClose={onKeep}
      onSubmit={onShow}
      foot={
        <>
          <Button onClick={onKeep}>{t('goals.wider.keep')}</Button>
          <Button type="submit" appearance="primary">
            {t('goals.wider.show')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {audience === 'team'
          ? t('goals.wider.team', { count: members.length, team: team.name })
          : t('goals.wider.people', { people: calling.atStart(people), count: people.length })}
      </p>
      <p className={styles.text}>{t('goals.wider.history')}</p>
    </TaskDialog>
  );
}
