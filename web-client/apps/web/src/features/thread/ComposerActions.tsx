import { type RefObject, useRef, useState } from 'react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';

interface ComposerActionsProps {
  conversation: string;
  /** Whether a new message is written. */
  isNew: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
  change(text: string): void;
}

/** What can be put into what is being written. */
export function ComposerActions({ conversation, isNew, area, change }: ComposerActionsProps) {
  const words = useWords();
  const actions = useFeatures('composerActions').filter(({ onlyNew }) => isNew || !onlyNew);
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [held, setHeld] = useState(false);

  function hold(id: string) {
    setHeld(true);
    setOpen(id);
    const release = () => {
      setHeld(false);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
    };
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
  }

  function insert(text: string) {
    const field = area.current;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    change(field.value);
  }

  return (
    <span className={css.actions} ref={anchor}>
      {actions.map(({ id, icon, label, holds, Panel }) => (
        <span key={id} {...(holds ? { onPointerDownCapture: () => hold(id) } : {})}>
          <IconButton icon={icon} label={label(words)} onPress={() => setOpen(id)} />
          {open === id ? (
            <Panel {...{ conversation, anchor, held, insert }} done={() => setOpen(null)} />
          ) : null}
        </span>
      ))}
    </span>
  );
}
