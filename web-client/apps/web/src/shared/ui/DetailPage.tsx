import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { go } from '@/shared/routing/route';
import { useWords } from '@/shared/words/useWords';
import css from './DetailPage.module.css';
import { IconButton } from './IconButton';

/** A page in the place of a conversation, with a way back to the list. */
export function DetailPage({ title, children }: { title: string; children: ReactNode }) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <IconButton
          icon={ArrowLeft}
          directed
          label={words('ui.back')}
          onPress={() => go({ page: 'conversations' })}
        />
        <h1 ref={heading} className={css.title} tabIndex={-1} data-landing>
          {title}
        </h1>
      </header>
      <div className={css.scroller}>
        <div className={css.body}>{children}</div>
      </div>
    </div>
  );
}
