import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import css from './Check.module.css';

interface CheckProps extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
}

/** Something that is so or is not. */
export function Check({ children, ...props }: CheckProps) {
  return (
    <Checkbox {...props} className={css.check ?? ''}>
      <span className={css.box} aria-hidden="true">
        <Tick size={16} strokeWidth={3} />
      </span>
      {children}
    </Checkbox>
  );
}
