import type { HourView } from '#contract/hour';
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { Link } from 'wouter';
import { codeOf } from '../api/problem.ts';
import { useTeam } from '../api/team.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { useLinkClass } from '../ui/linkClass.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { useAsideStyles } from './asideStyles.ts';
import { useArrange } from './hourQueries.ts';
import { useSharedGoals } from './spotlightQueries.ts';

const useStyles = makeStyles({
  choice: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    maxWidth: '400px',
  },
});

/** Who is in the spotlight chooses what it is about: a goal of theirs that the team sees. */
export function ChooseGoal({ hour }: { hour: HourView }) {
  const styles = useStyles();
  const aside = useAsideStyles();
  const linkClass = useLinkClass();
  const { t } = useText();
  const { team, members } = useTeam();
  const { announce } = useAnnounce();
  const link = useTeamLink();
  const goals = useSharedGoals();
  const arrange = useArrange(hour.date);
  if (!goals.isSuccess) return null;
  if (goals.data.length === 0) {
    return (
      <p className={aside.quiet}>
        {t('hour.spotlight.noneShared')}{' '}
        <Link href={link('/goals')} className={linkClass}>
          {t('hour.spotlight.toGoals')}
        </Link>
      </p>
    );
  }

  const choose = (id: string) =>
    arrange.mutate(
      {
        edit: { spotlightGoal: id || null },
        isPlain: true,
        preview: (known) => ({ ...known, spotlightGoal: id || null }),
      },
      { onError: (trouble) => announce(t('running.failed', { reason: t(sentenceFor(codeOf(trouble))) })) },
    );

  return (
    <div className={styles.choice}>
      <SelectField
        label={t('hour.spotlight.choose')}
        choices={[
          { value: '', name: t('hour.spotlight.noGoal') },
          ...goals.data.map(({ id, title }) => ({ value: id, name: title })),
        ]}
        chosen={hour.spotlightGoal ?? ''}
        onChoose={choose}
      />
      <Audience>{t('audience.team', { count: members.length, team: team.name })}</Audience>
    </div>
  );
}
