import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';
import { useIsNarrow } from './useIsNarrow.ts';

const useStyles = makeStyles({ word: { flexShrink: 0, whiteSpace: 'nowrap' } });

type AddButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'icon'> & { readonly word: string };

/** Beside a field: its word is never broken, and where there is little room the field needs it more. */
export function AddButton({ word, className, ...rest }: AddButtonProps) {
  const styles = useStyles();
  if (useIsNarrow()) return <Button aria-label={word} {...rest} className={className} icon={<Add20Regular />} />;
  return (
    <Button {...rest} className={mergeClasses(styles.word, className)}>
      {word}
    </Button>
  );
}
