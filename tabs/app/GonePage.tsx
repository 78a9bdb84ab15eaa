import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { TextKey } from '../text/text.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Column } from './Column.tsx';
import { tellTeams } from './teams.ts';

const words = {
  me: { title: 'data.gone.me', text: 'data.gone.me.text', again: 'data.gone.me.again' },
  team: { title: 'data.gone.team', text: 'data.gone.team.text', again: 'data.gone.team.again' },
} satisfies Record<string, Record<'title' | 'text' | 'again', TextKey>>;

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '60ch', marginBlockEnd: tokens.spacingVerticalL },
});

/** After something was erased. It stands alone and asks the service nothing: whoever is asked for would be known again. */
export function GonePage({ what }: { what: keyof typeof words }) {
  const styles = useStyles();
  const { t } = useText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  useEffect(() => {
    queries.clear();
    tellTeams.hasContent();
  }, [queries]);
  const { title, text, again } = words[what];
  return (
    <Column>
      <Page title={t(title)}>
        <Sheet roomy>
          <p className={styles.text}>{t(text)}</p>
          <Button onClick={() => navigate('/', { replace: true })}>{t(again)}</Button>
        </Sheet>
      </Page>
    </Column>
  );
}
