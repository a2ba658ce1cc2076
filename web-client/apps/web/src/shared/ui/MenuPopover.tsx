import type { ReactNode } from 'react';
import { Menu, Popover } from 'react-aria-components';
import css from './Menu.module.css';

interface MenuPopoverProps {
  label: string;
  /** What is said above the entries. */
  head?: ReactNode;
  children: ReactNode;
}

/** The entries of a menu beside the button that opens it. To be put in a `MenuTrigger`. */
export function MenuPopover({ label, head, children }: MenuPopoverProps) {
  return (
    <Popover className={css.popover ?? ''} placement="bottom end">
      {head}
      <Menu className={css.menu ?? ''} aria-label={label}>
        {children}
      </Menu>
    </Popover>
  );
}
