import { makeStyles, tokens } from '@fluentui/react-components';
import { useTeam } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Page } from '../ui/Page.tsx';
import { MyReminders } from './MyReminders.tsx';
import { TeamData } from './TeamData.tsx';
import { TeamReminders } from './TeamReminders.tsx';
import { ThankMe } from './ThankMe.tsx';
import { Values } from './Values.tsx';
import { YourData } from './YourData.tsx';

const useStyles = makeStyles({
  sheets: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalL,
    maxWidth: '640px',
    marginBlockStart: tokens.spacingVerticalXXL,
  },
});

export function SettingsPage() {
  const { t } = useText();
  const { me } = useTeam();
  return (
    <Page title={t('settings.title')}>
      <div className={useStyles().sheets}>
        <ThankMe />
        <MyReminders />
        <Values />
        <TeamReminders />
        <YourData />
        {me.owner && <TeamData />}
      </div>
    </Page>
  );
}
