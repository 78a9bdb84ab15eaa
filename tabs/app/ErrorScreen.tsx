import { makeStyles, tokens } from '@fluentui/react-components';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Column } from './Column.tsx';
import { HowToAdd } from './HowToAdd.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Button } from '../ui/Button.tsx';

export type Wrong = 'outside' | 'silent' | 'token' | 'notFound' | 'away' | 'offline' | 'broken';

const words = {
  outside: { title: 'error.outside.title', text: 'error.outside.text' },
  silent: { title: 'error.host.title', text: 'error.host.text' },
  token: { title: 'error.token.title', text: 'error.token.text' },
  notFound: { title: 'error.notFound.title', text: 'error.notFound.text' },
  away: { title: 'error.away.title', text: 'error.away.text' },
  offline: { title: 'error.offline.title', text: 'error.offline.text' },
  broken: { title: 'error.broken.title', text: 'error.broken.text' },
} satisfies Record<Wrong, { title: TextKey; text: TextKey }>;

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '60ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalL,
  },
  reference: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

type ErrorScreenProps = {
  readonly wrong: Wrong;
  readonly requestId?: string | null;
  readonly onRetry?: (() => void) | undefined;
  readonly onChooseTeam?: (() => void) | undefined;
};

/** Says what is wrong instead of a blank page, always with a way on. */
export function ErrorScreen({ wrong, requestId, onRetry, onChooseTeam }: ErrorScreenProps) {
  const styles = useStyles();
  const { t } = useText();
  const { title, text } = words[wrong];
  return (
    <Column>
      <Page title={t(title)}>
        <Sheet roomy role="alert">
          <p className={styles.text}>{t(text)}</p>
          {wrong === 'notFound' && <HowToAdd />}
          <div className={styles.actions}>
            {wrong === 'outside' && (
              <Button appearance="primary" onClick={() => window.location.assign('https://teams.microsoft.com/')}>
                {t('error.outside.open')}
              </Button>
            )}
            {wrong === 'broken' && (
              <Button appearance="primary" onClick={() => window.location.reload()}>
                {t('error.reload')}
              </Button>
            )}
            {onRetry && (
              <Button appearance="primary" onClick={onRetry}>
                {t('error.retry')}
              </Button>
            )}
            {onChooseTeam && <Button onClick={onChooseTeam}>{t('error.myTeams')}</Button>}
          </div>
          {requestId && <p className={styles.reference}>{t('error.reference', { id: requestId })}</p>}
        </Sheet>
      </Page>
    </Column>
  );
}
