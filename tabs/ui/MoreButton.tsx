import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import type { ComponentProps } from 'react';
import { IconButton } from './IconButton.tsx';
import { MenuButton } from './MenuButton.tsx';

type MoreButtonProps = Omit<ComponentProps<typeof MenuButton>, 'button'> & {
  /** With a full name: what there is more about. */
  readonly label: string;
  readonly size?: 'small' | 'medium';
};

/** Three dots: everything else that one can do with the thing beside them. */
export function MoreButton({ label, size = 'medium', ...rest }: MoreButtonProps) {
  return (
    <MenuButton
      {...rest}
      button={(opens) => <IconButton size={size} label={label} icon={<MoreHorizontal20Regular />} {...opens} />}
    />
  );
}
