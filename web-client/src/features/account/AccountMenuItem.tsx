import { MenuItem, type MenuItemProps } from 'react-aria-components';
import { Icon, type IconName } from '@/shared/ui/icons';
import css from './AccountMenu.module.css';

interface AccountMenuItemProps extends Omit<MenuItemProps, 'className' | 'children'> {
  icon?: IconName;
  children: string;
}

export function AccountMenuItem({ icon, children, ...props }: AccountMenuItemProps) {
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
