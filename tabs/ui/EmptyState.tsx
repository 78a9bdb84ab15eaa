import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Sheet } from './Sheet.tsx';

const useStyles = makeStyles({
  sheet: { maxWidth: '440px', marginBlockStart: tokens.spacingVerticalXXL },
  drawing: {
    display: 'block',
    marginBlockEnd: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
    fill: 'none',
    strokeWidth: '1.5',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  },
  accent: { stroke: tokens.colorCompoundBrandStroke },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, marginBlockEnd: tokens.spacingVerticalM },
});

type EmptyStateProps = { readonly title: string; readonly text: string; readonly action: ReactNode };

/** Nothing yet: a plain sentence and one thing to do. Two cups, one of them waiting for company. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <Sheet className={styles.sheet}>
      <svg className={styles.drawing} width="112" height="56" viewBox="0 0 112 56" stroke="currentColor" aria-hidden>
        <path d="M7 53h98" />
        <path d="M17 25h26v18a8 8 0 0 1-8 8h-10a8 8 0 0 1-8-8zM43 30h4a6 6 0 0 1 0 12h-4M28 16c-3-4 3-6 0-11" />
        <path
          className={styles.accent}
          d="M93 25H67v18a8 8 0 0 0 8 8h10a8 8 0 0 0 8-8zM67 30h-4a6 6 0 0 0 0 12h4M80 16c-3-4 3-6 0-11"
        />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </Sheet>
  );
}
