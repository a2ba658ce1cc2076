import type { Content } from '@parley/client/conversation/content';
import { useState } from 'react';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useWords } from '@/shared/words/useWords';
import css from './MessageRow.module.css';
import { ShownContent } from './ShownContent';

/** What someone wrote, folded away where this person blocks them; it can be opened. */
export function FoldedContent({ content, author }: { content: Content; author: string }) {
  const words = useWords();
  const blocked = useIsBlocked(author);
  const [open, setOpen] = useState(false);
  if (!blocked || open || content.kind === 'gone') return <ShownContent content={content} author={author} />;
  return (
    <span className={css.folded}>
      <em>{words('thread.folded')}</em>{' '}
      <button type="button" tabIndex={-1} className={css.unfold} onClick={() => setOpen(true)}>
        {words('thread.folded.show')}
      </button>
    </span>
  );
}
