import type { GoalView } from '#contract/goal';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Faces } from '../ui/Face.tsx';

const useStyles = makeStyles({
  lines: { display: 'grid', rowGap: tokens.spacingVerticalM },
  line: { display: 'flex', alignItems: 'flex-start', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, flexBasis: '200px', minWidth: 0, margin: 0 },
  sentence: { margin: 0 },
});

/** Who is with me: those who can help with what I asked for, and those who cheered since the last check-in. */
export function Helped({ goal }: { goal: GoalView }) {
  const styles = useStyles();
  const { t } = useText();
  const calling = useCalling();
  const { helpers, cheers, ask } = goal;
  const isMine = goal.standing === 'owner';
  if (!isMine || (helpers.length === 0 && cheers.length === 0)) return null;
  return (
    <div className={styles.lines}>
      {helpers.length > 0 && (
        <div className={styles.line}>
          <Faces people={helpers} size={24} />
          <div className={styles.words}>
            <p className={styles.sentence}>
              {t('goals.helpers', { people: calling.atStart(helpers), count: helpers.length, ask })}
            </p>
            <Audience isPrivate>{t('goals.helpers.audience')}</Audience>
          </div>
        </div>
      )}
      {cheers.length > 0 && (
        <div className={styles.line}>
          <Faces people={cheers} size={24} />
          <p className={styles.words}>{t('goals.cheers', { people: calling.atStart(cheers), count: cheers.length })}</p>
        </div>
      )}
    </div>
  );
}
