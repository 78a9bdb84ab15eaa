import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import { useArrival } from './useArrival.tsx';
import { useIsNarrow } from './useIsNarrow.ts';

const useHeadClass = makeResetStyles({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  marginBlockEnd: tokens.spacingVerticalM,
});

const useTitleClass = makeResetStyles({
  margin: 0,
  minWidth: 0,
  overflowWrap: 'anywhere',
  fontSize: tokens.fontSizeHero800,
  lineHeight: tokens.lineHeightHero800,
  fontWeight: tokens.fontWeightSemibold,
  letterSpacing: '-0.01em',
  outlineStyle: 'none',
  '@media (max-width: 639px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
});

const useStyles = makeStyles({
  page: { paddingBlock: `${tokens.spacingVerticalL} ${tokens.spacingVerticalXXXL}` },
});

type PageProps = {
  /** The way back to what this page is part of. */
  readonly back?: ReactNode;
  readonly title: string;
  /** Where there is little room, as in the side panel of a meeting. */
  readonly shortTitle?: string;
  /** The one next step. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Page({ back, title, shortTitle = title, action, children }: PageProps) {
  const headClass = useHeadClass();
  const titleClass = useTitleClass();
  const styles = useStyles();
  const isNarrow = useIsNarrow();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <main className={styles.page}>
      {back}
      <header className={headClass}>
        <h1 ref={heading} tabIndex={-1} className={titleClass}>
          {isNarrow ? shortTitle : title}
        </h1>
        {action}
      </header>
      {children}
    </main>
  );
}
