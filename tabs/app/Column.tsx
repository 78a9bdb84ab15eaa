import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    maxWidth: '752px',
    marginInline: 'auto',
    paddingInline: tokens.spacingHorizontalXXXL,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalM },
  },
});

/** Pages without doors: one narrow column. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={useStyles().frame}>{children}</div>;
}
