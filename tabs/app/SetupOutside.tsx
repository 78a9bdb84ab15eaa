import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useText } from '../text/useText.ts';
import { useButtonLook } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Column } from './Column.tsx';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '60ch', marginBlockEnd: tokens.spacingVerticalM },
  open: { display: 'flex', marginBlockStart: tokens.spacingVerticalL },
});

type Health = readonly string[] | 'silent' | null;

/** In a browser nobody is signed in: here stands only what anybody may ask the service, and the way to the rest. */
export function SetupOutside() {
  const styles = useStyles();
  const look = useButtonLook({ appearance: 'primary' });
  const text = useText();
  const missing = useMissing();
  const { t } = text;
  return (
    <Column>
      <Page title={t('setup.outside.title')}>
        <Sheet roomy>
          <p role="status" className={styles.text}>
            {missing && sentenceFor(missing, text)}
          </p>
          <p className={styles.text}>{t('setup.outside.text')}</p>
          <span className={styles.open}>
            <a href="/setup/teams" className={look}>
              {t('setup.outside.open')}
            </a>
          </span>
        </Sheet>
      </Page>
    </Column>
  );
}

function sentenceFor(missing: NonNullable<Health>, { t, list }: ReturnType<typeof useText>): string {
  if (missing === 'silent') return t('setup.outside.silent');
  return missing.length === 0 ? t('setup.outside.good') : t('setup.outside.missing', { parts: list(missing) });
}

function useMissing(): Health {
  const [missing, setMissing] = useState<Health>(null);
  useEffect(() => {
    fetch('/readyz')
      .then(async (response) => setMissing(((await response.json()) as { missing: string[] }).missing))
      .catch(() => setMissing('silent'));
  }, []);
  return missing;
}
