import type { ReactNode } from 'react';
import { Menu, Popover, type PopoverProps } from 'react-aria-components';
import css from './Menu.module.css';

interface MenuPopoverProps extends Pick<PopoverProps, 'triggerRef' | 'isOpen' | 'onOpenChange'> {
  label: string;
  /** What is said above the entries. */
  head?: ReactNode;
  children: ReactNode;
}

/** The entries of a menu beside what opened it. To be put in a `MenuTrigger`, or told where and whether it is open. */
export function MenuPopover({ label, head, children, ...popover }: MenuPopoverProps) {
  return (
    <Popover {...popover} aria-label={label} className={css.popover ?? ''} placement="bottom end">
      {head}
      <Menu className={css.menu ?? ''} aria-label={label} autoFocus="first">
        {children}
      </Menu>
    </Popover>
  );
}
