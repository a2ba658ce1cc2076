import type { ChatState } from '@parley/client/conversation/ChatState';
import { isToHide } from '@parley/client/conversation/hidden';
import type { Pending } from '@parley/client/conversation/PendingCommand';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { Refusal } from '@/shared/message/Refusal';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import css from './deletion.module.css';

type Hiding = Pending<'hide'>;

/** How far the deletion of a message has come that the log does not have yet. */
export function DeletionNotice({ conversation, message }: MessageBelowProps) {
  const deletion = useChat((state) => pendingAbout(state, 'delete-message', message.message));
  const hiding = useChat((state) => hidingOf(state, conversation, message.number));
  const shown = message.content.kind === 'gone' ? hiding : (deletion ?? hiding);
  return shown ? <Notice deletion={shown} /> : null;
}

function hidingOf({ commands }: ChatState, conversation: string, number: number): Hiding | undefined {
  return commands
    .filter(isToHide)
    .find(({ data }) => data.hidden && data.conversation === conversation && data.messages.includes(number));
}

function Notice({ deletion }: { deletion: Hiding | Pending<'delete-message'> }) {
  const words = useWords();
  const { commands } = useEngine();
  const connected = useConnection().state === 'ready';
  if (deletion.reason === null)
    return (
      <p role="status" className={css.deleting}>
        {connected ? words('deletion.doing') : words('deletion.waiting')}
      </p>
    );
  return (
    <Refusal
      says={words('deletion.not-done', { reason: problemWords(deletion.reason) })}
      again={() => commands.retry(deletion)}
      leave={() => commands.discard(deletion)}
      leaving={words('deletion.keep')}
    />
  );
}
