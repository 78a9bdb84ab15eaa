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

type EmptyStateProps = {
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
  /** Two cups, one of them waiting for company; or stepping stones, the first of them trodden. */
  readonly drawing?: keyof typeof drawings;
};

const drawings = {
  cups: {
    plain: 'M7 53h98M17 25h26v18a8 8 0 0 1-8 8h-10a8 8 0 0 1-8-8zM43 30h4a6 6 0 0 1 0 12h-4M28 16c-3-4 3-6 0-11',
    accent: 'M93 25H67v18a8 8 0 0 0 8 8h10a8 8 0 0 0 8-8zM67 30h-4a6 6 0 0 0 0 12h4M80 16c-3-4 3-6 0-11',
  },
  steps: {
    plain: 'M7 53h98M36 53v-8h20v-9h20v-9h22v26M87 27V7',
    accent: 'M87 7h15l-4 5 4 5H87M14 45h14a4 4 0 0 1 0 8H14a4 4 0 0 1 0-8z',
  },
} as const;

/** Nothing yet: a plain sentence and one thing to do. */
export function EmptyState({ title, text, action, drawing = 'cups' }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <Sheet className={styles.sheet}>
      <svg className={styles.drawing} width="112" height="56" viewBox="0 0 112 56" stroke="currentColor" aria-hidden>
        <path d={drawings[drawing].plain} />
        <path className={styles.accent} d={drawings[drawing].accent} />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </Sheet>
  );
}
