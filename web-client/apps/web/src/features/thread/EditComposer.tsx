import type { Message } from '@parley/client/conversation/ChatState';
import { textSequence } from '@parley/client/conversation/edits';
import { mentionable, mentionsIn, withNamesOfNow } from '@parley/client/conversation/mentions';
import { messageText } from '@parley/client/text/messageText';
import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';
import { Writing, type WritingProps } from './Writing';

interface EditComposerProps extends Pick<WritingProps, 'id' | 'area' | 'keys'> {
  message: Message;
  /** What the text begins with. */
  text: string;
}

/** Writes a message anew. The draft of a new one waits behind it. */
export function EditComposer({ id, area, keys, message, text }: EditComposerProps) {
  const words = useWords();
  const engine = useEngine();
  const { content } = message;
  const people = useChat((state) => state.people);
  const [begun] = useState(() => {
    const own = content.kind === 'text' ? content.text : '';
    return text === own ? withNamesOfNow(content, people) : text;
  });
  const [typed, setTyped] = useState(begun);
  const end = () => engine.composing.end(id);

  function save() {
    const written = messageText(typed);
    const isChanged =
      content.kind === 'text' && written !== content.text && written !== withNamesOfNow(content, people);
    if (isChanged)
      engine.commands.ask('edit-message', {
        conversation: id,
        message: message.message,
        number: message.number,
        sequence: message.sequence,
        replaces: textSequence(message),
        text: written,
        mentions: mentionsIn(written, mentionable(engine.store.getState(), id)),
      });
    end();
  }

  return (
    <Writing
      {...{ id, area, typed }}
      change={setTyped}
      send={save}
      keys={{
        up: keys.up,
        escape: () => {
          end();
          return true;
        },
      }}
      isFocused
      label={words('thread.edit.label')}
      sending={words('thread.edit.save')}
      opensKeyboard
      above={
        <div className={css.above}>
          <Pencil size={18} aria-hidden="true" />
          <p className={css.what}>{words('thread.edit.label')}</p>
          <IconButton icon={X} label={words('thread.edit.cancel')} onPress={end} />
        </div>
      }
    />
  );
}
