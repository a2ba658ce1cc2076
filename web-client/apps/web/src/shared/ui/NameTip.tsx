import { type RefObject, useEffect, useMemo } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';
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
  // A tooltip takes the state of its trigger from here even where it is told that it is open.
  const state = useMemo(() => ({ isOpen: true, shouldSkipAnimation: true, open() {}, close }), [close]);
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip triggerRef={of} isOpen offset={6} className={css.tooltip ?? ''}>
        {name}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
