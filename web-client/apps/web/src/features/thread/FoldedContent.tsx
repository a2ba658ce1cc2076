import { useState } from 'react';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useWords } from '@/shared/words/useWords';
import css from './MessageRow.module.css';
import { ShownContent, type ShownContentProps } from './ShownContent';

/** What someone wrote, folded away where this person blocks them; it can be opened. */
export function FoldedContent(props: ShownContentProps) {
  const words = useWords();
  const blocked = useIsBlocked(props.author);
  const [open, setOpen] = useState(false);
  if (!blocked || open || props.content.kind !== 'text') return <ShownContent {...props} />;
  return (
    <span className={css.folded}>
      <em>{words('thread.folded')}</em>{' '}
      <button type="button" tabIndex={-1} className={css.unfold} onClick={() => setOpen(true)}>
        {words('thread.folded.show')}
      </button>
    </span>
  );
}
