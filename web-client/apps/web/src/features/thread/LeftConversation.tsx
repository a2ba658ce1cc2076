import { hrefOf } from '@/shared/routing/route';
import { useWords } from '@/shared/words/useWords';
import css from './Thread.module.css';

export function LeftConversation() {
  const words = useWords();
  return (
    <div className={css.unknown}>
      <h1>{words('thread.left')}</h1>
      <p>{words('thread.left.why')}</p>
      <a href={hrefOf({ page: 'conversations' })}>{words('thread.back')}</a>
    </div>
  );
}
