import { makeStyles } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, useButtonLook } from './Button.tsx';

const useStyles = makeStyles({ icon: { display: 'flex' } });

type ButtonLinkProps = ButtonLook & {
  readonly href: string;
  readonly ref?: Ref<HTMLAnchorElement>;
  /** What the page that it leads to is told. */
  readonly state?: object;
  readonly children: ReactNode;
};

/** Leads somewhere, and is the next step: a link, drawn like a button. */
export function ButtonLink({ href, ref, state, icon, children, ...rest }: ButtonLinkProps) {
  const look = useButtonLook(rest);
  const styles = useStyles();
  return (
    <Link href={href} ref={ref} state={state} className={look}>
      {icon && <span className={styles.icon}>{icon}</span>}
      {children}
    </Link>
  );
}
