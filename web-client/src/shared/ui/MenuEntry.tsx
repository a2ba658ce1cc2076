import { MenuItem, type MenuItemProps } from 'react-aria-components';
import { Icon, type IconName } from './icons';
import css from './Menu.module.css';

interface MenuEntryProps extends Omit<MenuItemProps, 'className' | 'children'> {
  icon?: IconName;
  children: string;
}

export function MenuEntry({ icon, children, ...props }: MenuEntryProps) {
  return (
    <MenuItem {...props} className={css.item ?? ''} textValue={children}>
      {({ isSelected }) => (
        <>
          <span className={css.icon}>
            {icon ? <Icon name={icon} /> : null}
            {isSelected ? <Icon name="sent" /> : null}
          </span>
          {children}
        </>
      )}
    </MenuItem>
  );
}
