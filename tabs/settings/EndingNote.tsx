import { makeStyles, tokens } from '@fluentui/react-components';
import { Link, useLocation } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useCalling } from '../api/useCalling.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { dayOf } from '../ui/localDates.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';

const useStyles = makeStyles({ note: { marginBlockStart: tokens.spacingVerticalM } });

/** Above every page of a team that ends: nobody is to be surprised. */
export function EndingNote() {
  const styles = useStyles();
  const linkClass = useLinkClass();
  const { t, locale } = useText();
  const { team, me } = useTeam();
  const calling = useCalling();
  const link = useTeamLink();
  const [path] = useLocation();
  if (!team.ending) return null;
  const { by, endsAt } = team.ending;
  const who = by.id === me.id ? 'me' : 'other';
  return (
    <ProblemBar kind="note" className={styles.note} title={t('data.ends', { date: dayOf(endsAt, locale) })}>
      {t('data.ends.by', { who, person: calling.atStart([by]) })}{' '}
      {path !== '/settings' && (
        <Link className={linkClass} href={link('/settings')}>
          {t('data.ends.settings')}
        </Link>
      )}
    </ProblemBar>
  );
}
