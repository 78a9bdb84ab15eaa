import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { useState } from 'react';
import { codeOf } from '../api/problem.ts';
import { sentenceFor } from '../text/problems.ts';
import { useText } from '../text/useText.ts';
import { Button } from '../ui/Button.tsx';
import { keepsFiles } from '../ui/handOver.ts';
import { ProblemBar } from '../ui/ProblemBar.tsx';
import { useTakeAlong } from './dataQueries.ts';
import { ShownFile } from './ShownFile.tsx';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
  },
  wide: { justifySelf: 'stretch', marginBlockStart: tokens.spacingVerticalS },
  // Its words stand on the edge, not the box that is around them when it is hovered.
  show: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  said: { marginBlockStart: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type TakeAlongProps = {
  readonly label: string;
  readonly path: string;
  readonly nameOf: (day: string) => string;
};

/** A copy as a file. Where a file may not have arrived, and nobody tells us, the same is shown here on request. */
export function TakeAlong({ label, path, nameOf }: TakeAlongProps) {
  const styles = useStyles();
  const { t } = useText();
  const taken = useTakeAlong(path, nameOf);
  const [isShown, setIsShown] = useState(!keepsFiles());
  return (
    <div className={styles.part}>
      <Button icon={<ArrowDownload20Regular />} disabled={taken.isPending} onClick={() => taken.mutate()}>
        {label}
      </Button>
      <span role="status" className={mergeClasses(styles.quiet, !taken.isIdle && styles.said)}>
        {taken.isPending
          ? t('data.file.making')
          : taken.data &&
            (keepsFiles() ? t('data.file.handedOver', { file: taken.data.name }) : t('data.file.notKept'))}
      </span>
      {taken.data && !isShown && (
        <Button className={styles.show} size="small" appearance="subtle" onClick={() => setIsShown(true)}>
          {t('data.file.show')}
        </Button>
      )}
      {taken.data && isShown && (
        <div className={styles.wide}>
          <ShownFile file={taken.data} takesFocus={keepsFiles()} />
        </div>
      )}
      {taken.isError && (
        <div className={styles.wide}>
          <ProblemBar
            title={t('data.file.failed')}
            actions={<Button onClick={() => taken.mutate()}>{t('error.retry')}</Button>}
          >
            {t(sentenceFor(codeOf(taken.error)))}
          </ProblemBar>
        </div>
      )}
    </div>
  );
}
