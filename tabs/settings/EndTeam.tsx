import { useLocation } from 'wouter';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useDeleteTeam, useEndTeam } from './dataQueries.ts';
import { ConfirmGone } from './ConfirmGone.tsx';

/** Everything of the team goes, when the grace is over. */
export function EndTeam() {
  const { t } = useText();
  const { team, members } = useTeam();
  const [, navigate] = useLocation();
  const link = useTeamLink();
  const end = useEndTeam();
  const count = members.length;
  return (
    <ConfirmGone
      title={t('data.end.title', { team: team.name })}
      parts={[
        { title: t('data.end.goes'), lines: [t('data.end.goes.all', { count }), t('data.end.goes.private')] },
        { title: t('data.end.until'), lines: [t('data.end.until.on'), t('data.end.until.told', { count })] },
        { title: t('data.end.then'), lines: [t('data.end.then.never'), t('data.end.then.teams')] },
      ]}
      act={t('data.end.act')}
      acting={end}
      failed={t('data.end.failed')}
      onAct={() => end.mutate(undefined, { onSuccess: () => navigate(link('/settings'), { replace: true }) })}
    />
  );
}

/** The same at once. */
export function DeleteTeam() {
  const { t } = useText();
  const { team, members } = useTeam();
  const [, navigate] = useLocation();
  const remove = useDeleteTeam();
  return (
    <ConfirmGone
      title={t('data.now.title', { team: team.name })}
      parts={[
        {
          title: t('data.end.goes'),
          lines: [t('data.end.goes.all', { count: members.length }), t('data.end.goes.private')],
        },
        { title: t('data.end.then'), lines: [t('data.now.never'), t('data.end.then.teams')] },
      ]}
      act={t('data.now.act')}
      acting={remove}
      failed={t('data.end.failed')}
      onAct={() => remove.mutate(undefined, { onSuccess: () => navigate('/gone/team', { replace: true }) })}
    />
  );
}
