import { makeResetStyles, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons/headless/svg/lock-closed';
import { People16Regular } from '@fluentui/react-icons/headless/svg/people';
import type { ReactNode } from 'react';

const useAudienceClass = makeResetStyles({
  display: 'flex',
  alignItems: 'flex-start',
  gap: tokens.spacingHorizontalXS,
  margin: 0,
  color: tokens.colorNeutralForeground3,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
});

const useStyles = makeStyles({
  icon: { display: 'flex', flexShrink: 0 },
});

type AudienceProps = {
  readonly id?: string;
  /** Fewer than the whole team. */
  readonly isPrivate?: boolean;
  readonly children: ReactNode;
};

/** Who sees this: beside every input, in the same place, with the same icon. */
export function Audience({ id, isPrivate = false, children }: AudienceProps) {
  const audienceClass = useAudienceClass();
  const styles = useStyles();
  return (
    <p id={id} className={audienceClass}>
      <span className={styles.icon}>{isPrivate ? <LockClosed16Regular /> : <People16Regular />}</span>
      <span>{children}</span>
    </p>
  );
}
