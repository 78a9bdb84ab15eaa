import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';
import { useHint } from './useHint.tsx';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'appearance'> & { readonly label: string };

/** A button that is only a picture still has a name. */
export function IconButton({ label, ...rest }: IconButtonProps) {
  const { met, hint } = useHint(label);
  return (
    <>
      <Button {...rest} {...met} appearance="subtle" aria-label={label} />
      {hint}
    </>
  );
}
