import { type RefObject, useEffect } from 'react';
import { Tooltip } from 'react-aria-components';
import css from './IconButton.module.css';

interface NameTipProps {
  name: string;
  of: RefObject<HTMLButtonElement | null>;
  close(): void;
}

/** What a button without words is called, beside it. */
export function NameTip({ name, of, close }: NameTipProps) {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [close]);
  return (
    <Tooltip triggerRef={of} isOpen offset={6} className={css.tooltip ?? ''}>
      {name}
    </Tooltip>
  );
}
