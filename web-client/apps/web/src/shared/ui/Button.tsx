import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import css from './Button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'isPending'> {
  look?: 'primary' | 'quiet' | 'danger';
}

export function Button({ look = 'primary', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${css.button} ${css[look]}`} />;
}
