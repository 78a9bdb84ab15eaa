import type { HourView, StatusLineView } from '#contract/hour';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { codeOf } from '../../api/problem.ts';
import { useTeam } from '../../api/team.ts';
import { useCalling } from '../../api/useCalling.ts';
import { sentenceFor } from '../../text/problems.ts';
import { useText } from '../../text/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Face } from '../../ui/Face.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useAsideStyles } from '../asideStyles.ts';
import { useSayStatus } from './statusQueries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  words: { margin: 0, maxWidth: '60ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  deeds: { display: 'flex', flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const nothing = () => undefined;

type StatusRowsProps = {
  readonly hour: HourView;
  /** Where mine can be written anew. */
  readonly onChange?: () => void;
  /** While it is. */
  readonly isWriting?: boolean;
};

/** What each has said, oldest first; mine to be changed or taken back, as long as the hour takes words. */
export function StatusRows({ hour, onChange, isWriting = false }: StatusRowsProps) {
  const styles = useStyles();
  const { t } = useText();
  const { me } = useTeam();
  const { date, statusLines, isLocked } = hour;
  return (
    <ul role="list" aria-label={t('hour.status')} className={styles.list}>
      {statusLines.map((line) => {
        const isMine = line.by.id === me.id && !isLocked && !isWriting;
        return <StatusRow key={line.by.id} line={line} date={date} isMine={isMine} onChange={onChange} />;
      })}
    </ul>
  );
}

type StatusRowProps = Pick<StatusRowsProps, 'onChange'> & {
  readonly line: StatusLineView;
  readonly date: string;
  readonly isMine: boolean;
};

function StatusRow({ line, date, isMine, onChange }: StatusRowProps) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const { t } = useText();
  const calling = useCalling();
  const { announce } = useAnnounce();
  const offer = useUndo();
  const say = useSayStatus(date);
  const { text, version } = line;

  async function takeBack() {
    try {
      await say.mutateAsync({ text: null, version });
    } catch {
      return; // It is said below.
    }
    offer({
      id: `status ${date}`,
      said: t('hour.status.takenBack'),
      undo: () => say.mutate({ text, version: null }, { onSuccess: () => announce(t('hour.status.said')) }),
      settle: nothing,
      settleLast: nothing,
    });
  }

  return (
    <li className={styles.line}>
      <Face person={line.by} size={24} />
      <div>
        <p className={aside.name}>{calling.atStart([line.by])}</p>
        <p dir="auto" className={styles.words}>
          {text}
        </p>
        {isMine && (
          <div className={styles.deeds}>
            {onChange && (
              <Button size="small" appearance="subtle" onClick={onChange}>
                {t('hour.status.change')}
              </Button>
            )}
            <Button size="small" appearance="subtle" disabled={say.isPending} onClick={() => void takeBack()}>
              {t('hour.status.takeBack')}
            </Button>
          </div>
        )}
        {say.isError && <ProblemBar title={t('hour.status.notTaken')}>{t(sentenceFor(codeOf(say.error)))}</ProblemBar>}
      </div>
    </li>
  );
}
