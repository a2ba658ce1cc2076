import { hrefOf } from '@/shared/routing/route';
import css from './Thread.module.css';

export function UnknownConversation() {
  return (
    <div className={css.unknown}>
      <h1>There is no such conversation</h1>
      <p>It may be someone else’s, or the address is not complete.</p>
      <a href={hrefOf({ page: 'conversations' })}>Back to conversations</a>
    </div>
  );
}
