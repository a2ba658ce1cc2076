import { codePoints } from '@parley/client/text/codePoints';
import { messageText } from '@parley/client/text/messageText';
import { Send } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';
import { LengthLeft, LONGEST } from './LengthLeft';
import { useGrowing } from './useGrowing';

/** Enter sends, Shift+Enter begins a new line. To be keyed by its conversation. */
export function Composer({ id }: { id: string }) {
  const words = useWords();
  const engine = useEngine();
  const [typed, setTyped] = useState(() => engine.drafts.get(id) ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const length = codePoints(messageText(typed));
  const sendable = length > 0 && length <= LONGEST;
  useGrowing(area, typed);
  useEffect(() => area.current?.focus({ preventScroll: true }), []);

  function change(text: string) {
    setTyped(text);
    engine.drafts.set(id, text);
    if (text.trim() === '') engine.typing.stopped();
    else engine.typing.typed(id);
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (!sendable) return;
    engine.outbox.write(id, typed);
    change('');
    area.current?.focus();
  }

  function press(event: KeyboardEvent) {
    // While an input method composes, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event);
  }

  return (
    <form className={css.composer} onSubmit={send}>
      <TextField className={css.field ?? ''} value={typed} onChange={change} isInvalid={length > LONGEST}>
        <Label>
          <VisuallyHidden>{words('thread.message')}</VisuallyHidden>
        </Label>
        <TextArea
          ref={area}
          className={css.area ?? ''}
          rows={1}
          placeholder={words('thread.write')}
          enterKeyHint="send"
          dir="auto"
          onKeyDown={press}
        />
        <LengthLeft length={length} />
      </TextField>
      <IconButton
        icon={Send}
        label={words('thread.send')}
        look="filled"
        type="submit"
        isDisabled={!sendable}
      />
    </form>
  );
}
