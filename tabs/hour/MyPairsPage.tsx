import { makeStyles, tokens } from '@fluentui/react-components';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { BackLink } from '../ui/BackLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useTeamLink } from '../ui/useTeamLink.ts';
import { AvoidsEditor } from './AvoidsEditor.tsx';
import { useAvoids } from './avoidQueries.ts';

const useStyles = makeStyles({
  page: { maxWidth: '640px' },
  text: { margin: 0, marginBlockEnd: tokens.spacingVerticalL },
});

/** A quiet place for what nobody else ever reads. */
export function MyPairsPage() {
  const styles = useStyles();
  const { t } = useText();
  const link = useTeamLink();
  const avoids = useAvoids();
  return (
    <Page back={<BackLink href={link('/hour')}>{t('shell.hour')}</BackLink>} title={t('myPairs.title')}>
      <div className={styles.page}>
        {avoids.isPending && <LetterSkeleton />}
        {avoids.isError && (
          <ProblemBar
            title={t('myPairs.problem')}
            actions={<Button onClick={() => void avoids.refetch()}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(avoids.error)))}
          </ProblemBar>
        )}
        {avoids.isSuccess && (
          <Sheet roomy>
            <p className={styles.text}>{t('myPairs.text')}</p>
            <AvoidsEditor saved={avoids.data} />
          </Sheet>
        )}
      </div>
    </Page>
  );
}
