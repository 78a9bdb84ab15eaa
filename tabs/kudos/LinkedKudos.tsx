import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { useText } from '../text/useText.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { LetterSkeleton } from '../ui/Skeletons.tsx';
import { useAside } from './aside.ts';
import { KudosCard } from './KudosCard.tsx';
import { useKudos } from './kudosQueries.ts';
import { WallProblem } from './NoKudos.tsx';

const useStyles = makeStyles({
  linked: { marginBlockEnd: tokens.spacingVerticalXXL },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
});

/** The one that a link led to stands on top, however old it is. */
export function LinkedKudos({ id }: { id: string }) {
  const styles = useStyles();
  const { t } = useText();
  const heading = useId();
  const [now] = useState(() => new Date());
  const kudos = useKudos(id);
  const isAside = useAside().ids.has(id);
  if (isAside) return null;
  if (kudos.isError && codeOf(kudos.error) === 'notFound') {
    return <ProblemBar kind="note" className={styles.linked} title={t('kudos.linked.gone')} />;
  }
  return (
    <section className={styles.linked} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t('kudos.linked')}
      </h2>
      {kudos.isPending && <LetterSkeleton />}
      {kudos.isError && <WallProblem trouble={kudos.error} onRetry={() => void kudos.refetch()} />}
      {kudos.isSuccess && <KudosCard kudos={kudos.data} now={now} />}
    </section>
  );
}
