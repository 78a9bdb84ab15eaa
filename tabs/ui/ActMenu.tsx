import {
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components';
import { Fragment, type ReactElement, type RefObject, useState } from 'react';

const useStyles = makeStyles({
  // As many as a team has members.
  popover: { maxHeight: '320px', overflowY: 'auto' },
});

export type Act = {
  readonly name: string;
  readonly icon?: ReactElement;
  /** What it does, or where in Teams it leads. */
  readonly does: (() => void) | string;
  /** Stands apart from those before it. */
  readonly isApart?: boolean;
};

type ActMenuProps = {
  readonly acts: readonly Act[];
  readonly target: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** What one can do with the thing beside it. Inside of the page, for those who move by its landmarks. */
export function ActMenu({ acts, target, onClose }: ActMenuProps) {
  const styles = useStyles();
  const [element] = useState(() => target.current);
  return (
    <Menu
      inline
      open
      onOpenChange={(_event, { open }) => !open && onClose()}
      positioning={{ target: element, position: 'below', align: 'end', autoSize: 'height' }}
    >
      <MenuPopover className={styles.popover}>
        <MenuList>
          {acts.map(({ name, icon, does, isApart }) => (
            <Fragment key={name}>
              {isApart && <MenuDivider />}
              {typeof does === 'string' ? (
                <MenuItemLink {...(icon && { icon })} href={does} target="_blank" rel="noopener noreferrer">
                  {name}
                </MenuItemLink>
              ) : (
                <MenuItem {...(icon && { icon })} onClick={does}>
                  {name}
                </MenuItem>
              )}
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
