import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { Link } from 'wouter';
import { useText } from '../text/useText.ts';

const useBackClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: tokens.spacingHorizontalS,
  minHeight: '32px',
  marginBlockStart: `calc(-1 * ${tokens.spacingVerticalS})`,
  borderRadius: tokens.borderRadiusMedium,
  color: tokens.colorNeutralForeground1,
  fontWeight: tokens.fontWeightSemibold,
  textDecorationLine: 'none',
  ':hover': { textDecorationLine: 'underline' },
  ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
});

const useStyles = makeStyles({
  arrow: { display: 'flex' },
  // Back is where reading comes from.
  mirrored: { transform: 'scaleX(-1)' },
});

/** The way back to the list that this page is part of. */
export function BackLink({ href, state, children }: { href: string; state?: object; children: string }) {
  const backClass = useBackClass();
  const styles = useStyles();
  const { dir } = useText();
  return (
    <Link href={href} state={state} className={backClass}>
      <span aria-hidden className={mergeClasses(styles.arrow, dir === 'rtl' && styles.mirrored)}>
        <ArrowLeft20Regular />
      </span>
      {children}
    </Link>
  );
}
