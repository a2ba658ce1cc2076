import { Check, type LucideIcon } from 'lucide-react';
import { MenuItem, type MenuItemProps } from 'react-aria-components';
import css from './Menu.module.css';

interface MenuEntryProps extends Omit<MenuItemProps, 'className' | 'children'> {
  icon?: LucideIcon;
  children: string;
}

export function MenuEntry({ icon: Icon, children, ...props }: MenuEntryProps) {
  return (
    <MenuItem {...props} className={css.item ?? ''} textValue={children}>
      {({ isSelected }) => (
        <>
          <span className={css.icon}>
            {Icon ? <Icon size={20} /> : null}
            {isSelected ? <Check size={20} /> : null}
          </span>
          {children}
        </>
      )}
    </MenuItem>
  );
}
