import { Link } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useLinkClass } from '../ui/linkClass.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useAsideStyles } from './asideStyles.ts';

/** Who chooses the hour chooses what the bot says of it, too. */
export function BotSays() {
  const aside = useAsideStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const { me } = useTeam();
  const link = useTeamLink();
  return (
    <p className={aside.quiet}>
      {t('hour.bot')}{' '}
      {me.owner && (
        <Link className={linkClass} href={link('/settings')}>
          {t('hour.bot.choose')}
        </Link>
      )}
    </p>
  );
}
