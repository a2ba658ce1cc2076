import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components';
import { lazily } from '@/shared/lazy/lazily';
import css from './IconButton.module.css';
import { useNameTip } from './useNameTip';

const NameTip = lazily(async () => (await import('./NameTip')).NameTip);

interface IconButtonProps
  extends Omit<
    ButtonProps,
    'className' | 'style' | 'children' | 'onHoverChange' | 'onFocusChange' | 'onPressStart'
  > {
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
  const tip = useNameTip();
  return (
    <>
      <Button
        {...props}
        ref={tip.button}
        aria-label={label}
        className={`${css.button} ${css[look]}`}
        onHoverChange={tip.onHoverChange}
        onFocusChange={tip.onFocusChange}
        onPressStart={tip.hide}
      >
        <Icon size={22} className={directed ? css.turns : undefined} />
      </Button>
      {tip.shown ? <NameTip name={label} of={tip.button} close={tip.hide} /> : null}
    </>
  );
}
