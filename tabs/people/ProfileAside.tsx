import { makeStyles, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';

const useStyles = makeStyles({
  aside: { display: 'grid', rowGap: tokens.spacingVerticalM },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
});

/** What to know beside the form. */
export function ProfileAside() {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const link = useTeamLink();
  return (
    <aside className={styles.aside}>
      <h2 className={styles.heading}>{t('people.edit.aside')}</h2>
      <p className={styles.text}>{t('people.edit.aside.optional')}</p>
      <p className={styles.text}>{t('people.edit.aside.name')}</p>
      <p className={styles.text}>
        {t('people.edit.aside.thankMe')}{' '}
        <Link className={linkClass} href={link('/settings')}>
          {t('people.edit.aside.settings')}
        </Link>
      </p>
    </aside>
  );
}
