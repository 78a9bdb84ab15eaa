import { goalLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { OnOff } from '../ui/OnOff.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import type { Words } from './goalWords.ts';

const useStyles = makeStyles({ ask: { display: 'grid', rowGap: tokens.spacingVerticalXS } });

type AskEditorProps = {
  readonly ask: Words['ask'];
  readonly isGoalShared: boolean;
  readonly onChange: (ask: Words['ask']) => void;
};

/** One line that may be shown to the team even when the goal is not. With a shared goal it is shown anyway. */
export function AskEditor({ ask, isGoalShared, onChange }: AskEditorProps) {
  const styles = useStyles();
  const { t } = useText();
  const { team, members } = useTeam();
  const count = members.length;
  const hint = isGoalShared
    ? t('goals.edit.ask.shared', { count, team: team.name })
    : ask.toTeam
      ? t('goals.edit.ask.shown', { count, team: team.name })
      : t('goals.edit.ask.hidden');
  return (
    <div className={styles.ask}>
      <WordsField
        label={t('goals.edit.ask')}
        hint={hint}
        limit={goalLimits.ask}
        value={ask.text}
        onChange={(text) => onChange({ ...ask, text: text.replace(/\s*\n\s*/g, ' ') })}
      />
      {!isGoalShared && (
        <OnOff label={t('goals.edit.ask.show')} isOn={ask.toTeam} onChange={(toTeam) => onChange({ ...ask, toTeam })} />
      )}
    </div>
  );
}
