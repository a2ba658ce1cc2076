import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import css from './IconButton.module.css';
import { Icon, type IconName } from './icons';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  icon: IconName;
  /** Its name, also shown when the pointer rests on it. */
  label: string;
  look?: 'plain' | 'filled';
}

export function IconButton({ icon, label, look = 'plain', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <Button {...props} aria-label={label} className={`${css.button} ${css[look]}`}>
        <Icon name={icon} size={22} />
      </Button>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
