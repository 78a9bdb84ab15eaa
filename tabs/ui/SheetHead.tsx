import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '60ch' },
});

/** What a sheet is about, and in a sentence why. */
export function SheetHead({ id, title, children }: { id?: string; title: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children && <p className={styles.text}>{children}</p>}
    </>
  );
}
