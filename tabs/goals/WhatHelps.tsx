import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';

const useStyles = makeStyles({
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: { display: 'grid', rowGap: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
  line: { margin: 0, maxWidth: '44ch' },
});

/** What is known to help, and how many goals I have already. Advice, and no rule. */
export function WhatHelps({ isNew }: { isNew: boolean }) {
  const styles = useStyles();
  const { t } = useText();
  const { goals } = useTeam();
  return (
    <aside aria-labelledby="what-helps">
      <h2 id="what-helps" className={styles.title}>
        {t('goals.help')}
      </h2>
      <div className={styles.lines}>
        <p className={styles.line}>{t('goals.help.skill')}</p>
        <p className={styles.line}>{t('goals.help.moment')}</p>
        {isNew && <p className={styles.line}>{t('goals.help.three', { count: goals.length })}</p>}
      </div>
    </aside>
  );
}
