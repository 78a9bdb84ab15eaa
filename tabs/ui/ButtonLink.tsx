import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, useButtonLook } from './Button.tsx';

const useStyles = makeStyles({ icon: { display: 'flex' } });

type ButtonLinkProps = ButtonLook & { readonly href: string; readonly children: ReactNode };

/** Leads somewhere, and is the next step: a link, drawn like a button. */
export function ButtonLink({ href, icon, children, ...rest }: ButtonLinkProps) {
  const look = useButtonLook(rest);
  const styles = useStyles();
  return (
    <Link href={href} className={look}>
      {icon && <span className={styles.icon}>{icon}</span>}
      {children}
    </Link>
  );
}
