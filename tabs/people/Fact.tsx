import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  name: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  what: { display: 'grid', rowGap: tokens.spacingVerticalXS, marginBlockStart: tokens.spacingVerticalXXS },
});

type FactProps = { readonly name: string; readonly className?: string; readonly children: ReactNode };

/** A small name above what it names, instead of a label with a colon. */
export function Fact({ name, className, children }: FactProps) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={className}>
      <h2 id={heading} className={styles.name}>
        {name}
      </h2>
      <div className={styles.what}>{children}</div>
    </section>
  );
}
