import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import css from './IconButton.module.css';

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  icon: LucideIcon;
  /** Its name, also shown when the pointer rests on it. */
  label: string;
  look?: 'plain' | 'filled';
  /** It points along the line, and so the other way where lines run from right to left. */
  directed?: boolean;
}

export function IconButton({
  icon: Icon,
  label,
  look = 'plain',
  directed = false,
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={600}>
      <Button {...props} aria-label={label} className={`${css.button} ${css[look]}`}>
        <Icon size={22} className={directed ? css.turns : undefined} />
      </Button>
      <Tooltip className={css.tooltip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
