import { tabPaths } from '#contract/paths';
import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { firstScreen, myTeams } from '../api/team.ts';
import { useText } from '../text/useText.ts';
import { Audience } from '../ui/Audience.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { Column } from './Column.tsx';
import { HowToAdd } from './HowToAdd.tsx';
import type { Place } from './place.ts';
import { pinning, tellTeams } from './teams.ts';
import { Trouble } from './Trouble.tsx';

const useStyles = makeStyles({
  sheet: { display: 'grid', rowGap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '60ch' },
});

/** Adding the page to a channel, a chat or a meeting: says whose page it will be, and asks where that is not clear. */
export function ConfigPage({ place }: { place: Place }) {
  useEffect(() => tellTeams.hasContent(), []);
  return place.isChat ? <PinInChat chat={place.teamId!} /> : <PinInTeam team={place.teamId!} />;
}

function PinInTeam({ team }: { team: string }) {
  const styles = useStyles();
  const { t } = useText();
  const screen = useQuery(firstScreen(team));
  usePinned(screen.data ? team : null);
  if (screen.isPending)
    return (
      <Column>
        <LetterSkeleton />
      </Column>
    );
  if (screen.isError) return <Trouble trouble={screen.error} onRetry={() => void screen.refetch()} />;
  const { name } = screen.data.team;
  return (
    <Column>
      <Page title={t('config.title')}>
        <Sheet roomy className={styles.sheet}>
          <p className={styles.text}>{t('config.pinned', { team: name })}</p>
          <p className={styles.text}>{t('config.next')}</p>
          <Audience>{t('audience.team', { count: screen.data.members.length, team: name })}</Audience>
        </Sheet>
      </Page>
    </Column>
  );
}

/** A meeting's chat may show the page of the team that meets; its members stay the only ones who can open it. */
function PinInChat({ chat }: { chat: string }) {
  const styles = useStyles();
  const { t } = useText();
  const heading = useId();
  const mine = useQuery(myTeams());
  const here = useQuery(firstScreen(chat));
  const [chosen, setChosen] = useState<string | null>(null);
  const isHere = here.isSuccess;
  const pinned = chosen ?? (isHere ? chat : null);
  usePinned(pinned);
  if (mine.isPending || here.isPending)
    return (
      <Column>
        <LetterSkeleton />
      </Column>
    );
  if (mine.isError) return <Trouble trouble={mine.error} onRetry={() => void mine.refetch()} />;
  const others = mine.data.teams.filter(({ id }) => id !== chat);
  return (
    <Column>
      <Page title={t('config.title')}>
        <Sheet roomy className={styles.sheet}>
          {isHere || others.length > 0 ? (
            <>
              <p id={heading} className={styles.text}>
                {t('config.choose')}
              </p>
              <RadioGroup
                aria-labelledby={heading}
                value={pinned ?? ''}
                onChange={(_event, { value }) => setChosen(value)}
              >
                <Radio value={chat} disabled={!isHere} label={t('config.here')} />
                {others.map(({ id, name }) => (
                  <Radio key={id} value={id} label={name} />
                ))}
              </RadioGroup>
              {!isHere && <p className={styles.text}>{t('config.hereNotYet')}</p>}
              <Audience>{t('config.chooseText')}</Audience>
            </>
          ) : (
            <>
              <p className={styles.text}>{t('teams.none.text')}</p>
              <HowToAdd />
            </>
          )}
        </Sheet>
      </Page>
    </Column>
  );
}

function usePinned(team: string | null) {
  const { t } = useText();
  const suggestedDisplayName = t('config.tabName');
  useEffect(() => {
    if (!team) return pinning.withdraw();
    const address = `${tabPaths.root}?${new URLSearchParams({ team })}`;
    pinning.offer({ contentUrl: new URL(address, window.location.href).href, suggestedDisplayName });
  }, [team, suggestedDisplayName]);
}
