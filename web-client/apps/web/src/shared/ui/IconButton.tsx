import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import css from './IconButton.module.css';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  icon: LucideIcon;
  /** Its name, also shown when the pointer rests on it. */
  label: string;
  look?: 'plain' | 'filled';
}

export function IconButton({ icon: Icon, label, look = 'plain', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <Button {...props} aria-label={label} className={`${css.button} ${css[look]}`}>
        <Icon size={22} />
      </Button>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
