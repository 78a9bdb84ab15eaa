import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';

const useLinkClass = makeResetStyles({
  display: 'inline-flex',
  alignItems: 'center',
  boxSizing: 'border-box',
  minHeight: '32px',
  borderBlockEndWidth: tokens.strokeWidthThick,
  borderBlockEndStyle: 'solid',
  borderBlockEndColor: 'transparent',
  color: tokens.colorNeutralForeground2,
  textDecorationLine: 'none',
  ':hover': { borderBlockEndColor: tokens.colorNeutralStroke1Hover, color: tokens.colorNeutralForeground2Hover },
  // Nothing is transparent there.
  '@media (forced-colors: active)': { borderBlockEndColor: 'Canvas' },
});

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  chosen: {
    borderBlockEndColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { borderBlockEndColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { borderBlockEndColor: 'Highlight' },
  },
});

type FilterLinksProps = {
  readonly label: string;
  readonly choices: readonly { readonly href: string; readonly name: string; readonly isChosen: boolean }[];
};

/** Filters are links: the place they lead to can be kept and passed on. Underlined, so that nobody takes them for doors. */
export function FilterLinks({ label, choices }: FilterLinksProps) {
  const linkClass = useLinkClass();
  const styles = useStyles();
  return (
    <nav aria-label={label} className={styles.links}>
      {choices.map(({ href, name, isChosen }) => (
        <Link
          key={name}
          href={href}
          className={mergeClasses(linkClass, isChosen && styles.chosen)}
          aria-current={isChosen ? 'true' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
