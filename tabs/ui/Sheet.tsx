import { makeResetStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

const useSheetClass = makeResetStyles({
  boxSizing: 'border-box',
  minWidth: 0,
  padding: tokens.spacingVerticalXXL,
  borderRadius: tokens.borderRadiusXLarge,
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow2,
  // What high contrast shows instead of the shadow.
  border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  '@media (max-width: 639px)': { padding: tokens.spacingVerticalL },
});

const useStyles = makeStyles({
  letter: { '@media (min-width: 640px)': { padding: `28px ${tokens.spacingHorizontalXXXL}` } },
});

type SheetProps = ComponentProps<'section'> & {
  /** Forms and long reading get more room around them. */
  readonly roomy?: boolean;
  /** One of many that stand for themselves, like a letter, is an article; a part of the page is a section. */
  readonly as?: 'section' | 'article';
};

/** The white paper that holds what one came for. Never a sheet in a sheet. */
export function Sheet({ roomy = false, as: Tag = 'section', className, ...rest }: SheetProps) {
  const sheetClass = useSheetClass();
  const styles = useStyles();
  return <Tag {...rest} className={mergeClasses(sheetClass, roomy && styles.letter, className)} />;
}
