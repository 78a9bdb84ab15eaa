import type { HourView, NoteView } from '#contract/hour';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../../api/team.ts';
import { useText } from '../../text/useText.ts';
import { Face } from '../../ui/Face.tsx';
import { LineRow } from './LineRow.tsx';
import type { MyLines } from './useMyLines.ts';
import { useRunningStyles } from './runningStyles.ts';

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  mine: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
});

type LinesProps = {
  readonly hour: HourView;
  readonly lines: MyLines;
  /** Those that stand elsewhere. */
  readonly except?: readonly NoteView[];
};

/** What was written, oldest first. The line in my own field stands there alone; what is not sent yet stands at the end. */
export function Lines({ hour, lines, except = [] }: LinesProps) {
  const styles = useStyles();
  const shared = useRunningStyles();
  const { t } = useText();
  const { me } = useTeam();
  const mine = new Set([...lines.all, ...except].map(({ id }) => id));
  const waiting = lines.all.filter(({ isDone }) => isDone);
  return (
    <ul role="list" aria-label={t('running.lines')} className={styles.list}>
      {hour.notes
        .filter(({ id }) => !mine.has(id))
        .map((note) => (
          <LineRow key={note.id} note={note} hour={hour} />
        ))}
      {waiting.map(({ id, text }) => (
        <li key={id} className={styles.mine}>
          <Face person={me} size={24} />
          <div>
            <p dir="auto" className={shared.words}>
              {text}
            </p>
            <p className={shared.quiet}>{t('running.line.notSent')}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
