import { makeStyles, tokens } from '@fluentui/react-components';
import { useText } from '../text/useText.ts';

const useStyles = makeStyles({
  title: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    marginBlock: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxWidth: '60ch',
  },
});

/** For who is told that the app is not here. */
export function HowToAdd() {
  const styles = useStyles();
  const { t } = useText();
  return (
    <>
      <h2 className={styles.title}>{t('add.how')}</h2>
      <ol className={styles.steps}>
        <li>{t('add.step1')}</li>
        <li>{t('add.step2')}</li>
        <li>{t('add.step3')}</li>
      </ol>
    </>
  );
}
