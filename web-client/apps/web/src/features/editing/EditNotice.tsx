import type { Message } from '@parley/client/conversation/ChatState';
import type { Pending } from '@parley/client/conversation/PendingCommand';
import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { Refusal } from '@/shared/message/Refusal';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useConnection } from '@/shared/sync/useConnection';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import css from './EditNotice.module.css';

/** How far an edit has come that the log does not have yet. One that was refused keeps its text beside the message's own. */
export function EditNotice({ message }: MessageBelowProps) {
  const edit = useChat((state) => pendingAbout(state, 'edit-message', message.message));
  return edit && message.content.kind !== 'gone' ? <Notice edit={edit} message={message} /> : null;
}

function Notice({ edit, message }: { edit: Pending<'edit-message'>; message: Message }) {
  const words = useWords();
  const { commands, composing } = useEngine();
  const connected = useConnection().state === 'ready';
  if (edit.reason === null)
    return (
      <p role="status" className={css.saving}>
        {connected ? words('editing.doing') : words('editing.waiting')}
      </p>
    );
  function again() {
    commands.discard(edit);
    composing.edit(edit.data.conversation, message, edit.data.text);
  }
  return (
    <>
      <Refusal
        says={words('editing.not-done', { reason: problemWords(edit.reason) })}
        again={again}
        called={words('editing.again')}
        leave={() => commands.discard(edit)}
        leaving={words('editing.discard')}
      />
      <p className={css.text} dir="auto">
        {words('editing.yours')} <q>{edit.data.text}</q>
      </p>
    </>
  );
}
