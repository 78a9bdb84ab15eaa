import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useSummaryClass = makeResetStyles({
  width: 'fit-content',
  minHeight: '24px',
  color: tokens.colorBrandForegroundLink,
  borderRadius: tokens.borderRadiusSmall,
  cursor: 'pointer',
  ':hover': { textDecorationLine: 'underline' },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({ inside: { paddingBlockStart: tokens.spacingVerticalS } });

type FoldProps = { readonly title: string; readonly children: ReactNode };

/** Help for who wants it: the browser's own fold. */
export function Fold({ title, children }: FoldProps) {
  const summaryClass = useSummaryClass();
  const styles = useStyles();
  return (
    <details>
      <summary className={summaryClass}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
