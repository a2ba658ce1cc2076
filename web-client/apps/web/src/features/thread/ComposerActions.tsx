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

  function insert(text: string) {
    const field = area.current;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    change(field.value);
  }

  return (
    <span className={css.actions} ref={anchor}>
      {actions.map(({ id, icon, label, Panel }) => (
        <span key={id}>
          <IconButton icon={icon} label={label(words)} onPress={() => setOpen(id)} />
          {open === id ? <Panel {...{ conversation, anchor, insert }} done={() => setOpen(null)} /> : null}
        </span>
      ))}
    </span>
  );
}
