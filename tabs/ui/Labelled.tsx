import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons/headless/svg/error-circle';
import { type ReactNode, useId } from 'react';
import { Audience } from './Audience.tsx';

const useStyles = makeStyles({
  field: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  problem: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
  },
});

/** What a control needs to be found by its label and described by what is said below it. */
export type Described = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type LabelledProps = {
  readonly label: string;
  /** Said below the field, as long as nothing is wrong with it. */
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  /** Who will see what is typed here. */
  readonly audience?: string | undefined;
  readonly children: (described: Described) => ReactNode;
};

/** A field with its name, its hint and what is wrong with it, which is read aloud when it comes up. */
export function Labelled({ label, hint, problem, audience, children }: LabelledProps) {
  const styles = useStyles();
  const id = useId();
  const said = `${id}-said`;
  const seen = `${id}-seen`;
  const describing = [(problem || hint) && said, audience && seen].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      {audience ? (
        <div className={styles.head}>
          <label htmlFor={id}>{label}</label>
          <Audience id={seen}>{audience}</Audience>
        </div>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {children({
        id,
        'aria-describedby': describing || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem ? (
        <Problem id={said}>{problem}</Problem>
      ) : (
        hint && (
          <p id={said} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

export function Problem({ id, children }: { id?: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <p id={id} role="alert" className={mergeClasses(styles.hint, styles.problem)}>
      <ErrorCircle12Filled />
      <span>{children}</span>
    </p>
  );
}
