import { type Audience, audiences, goalLimits } from '#contract/limits';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { useTeam } from '../api/team.ts';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { fluentPart } from '../ui/part.tsx';
import { Radios } from '../ui/Radios.tsx';
import type { Words } from './goalWords.ts';

const PeoplePicker = fluentPart(async () => (await import('../ui/PeoplePicker.tsx')).PeoplePicker);

const useStyles = makeStyles({
  seen: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // As high as the field that comes, so that nothing below it jumps.
  waiting: { minHeight: '56px' },
});

const names = {
  me: 'goals.edit.audience.me',
  supporters: 'goals.edit.audience.supporters',
  team: 'goals.edit.audience.team',
} as const satisfies Record<Audience, TextKey>;

type SeenBy = Words['seenBy'];
type SeenByEditorProps = {
  readonly seenBy: SeenBy;
  readonly problem: string | null;
  readonly onChange: (seenBy: SeenBy) => void;
};

/** Who sees the goal, and who is asked to support it. It starts with nobody. */
export function SeenByEditor({ seenBy, problem, onChange }: SeenByEditorProps) {
  const styles = useStyles();
  const { t } = useText();
  const { members, me, team } = useTeam();
  return (
    <div className={styles.seen}>
      <Radios
        label={t('goals.edit.audience')}
        choices={audiences.map((value) => ({ value, name: t(names[value], { team: team.name }) }))}
        chosen={seenBy.audience}
        onChoose={(audience) => onChange({ ...seenBy, audience })}
      />
      {seenBy.audience !== 'me' && (
        <Suspense fallback={<div className={styles.waiting} />}>
          <PeoplePicker
            label={t('goals.supporters')}
            people={members.filter(({ id }) => id !== me.id)}
            chosen={seenBy.supporters}
            onChange={(supporters) => onChange({ ...seenBy, supporters })}
            most={goalLimits.supporters}
            full={t('give.to.full')}
            problem={problem}
          />
          <p className={styles.hint}>{t('goals.edit.supporters.hint')}</p>
        </Suspense>
      )}
    </div>
  );
}
