import { codePoints } from '@parley/client/text/codePoints';
import { messageText } from '@parley/client/text/messageText';
import { Send } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Composer.module.css';
import { LengthLeft, LONGEST } from './LengthLeft';
import { useGrowing } from './useGrowing';

interface ComposerProps {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  /** What keys mean that are none of its own: up where nothing is written, and Escape, which says whether it did something. */
  keys: { up(): void; escape(): boolean };
  /** Whether it has the focus when the conversation opens. */
  isFocused: boolean;
}

/** Where there is no keyboard, the focus would open the one on the screen. */
const hasKeyboard = () => window.matchMedia?.('(hover: hover)').matches ?? true;

/** On a phone there is no Shift to hold: Enter begins a new line, and the button sends. */
const isPhone = () => window.matchMedia?.('(hover: none) and (pointer: coarse)').matches ?? false;

/** Enter sends, Shift+Enter begins a new line. To be keyed by its conversation. */
export function Composer({ id, area, keys, isFocused }: ComposerProps) {
  const words = useWords();
  const engine = useEngine();
  const [typed, setTyped] = useState(() => engine.drafts.get(id) ?? '');
  const actions = useFeatures('composerActions');
  const length = codePoints(messageText(typed));
  const sendable = length > 0 && length <= LONGEST;
  useGrowing(area, typed);
  const [focusFirst] = useState(isFocused);
  useEffect(() => {
    if (focusFirst && hasKeyboard()) area.current?.focus({ preventScroll: true });
  }, [area, focusFirst]);

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
    const sends = event.key === 'Enter' && !event.shiftKey && !isPhone();
    if (sends && !event.nativeEvent.isComposing) send(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.key === 'ArrowUp' && isPlain && typed === '') {
      event.preventDefault();
      keys.up();
    }
    if (event.key === 'Escape' && keys.escape()) event.preventDefault();
  }

  return (
    <form className={css.composer} onSubmit={send}>
      {actions.map(({ id: action, icon, label, run }) => (
        <IconButton
          key={action}
          icon={icon}
          label={label(words)}
          onPress={() => area.current && run(id, area.current)}
        />
      ))}
      <div className={css.field}>
        <textarea
          ref={area}
          className={css.area}
          aria-label={words('thread.message')}
          aria-invalid={length > LONGEST}
          value={typed}
          onChange={({ target }) => change(target.value)}
          rows={1}
          placeholder={words('thread.write')}
          enterKeyHint={isPhone() ? 'enter' : 'send'}
          dir="auto"
          onKeyDown={press}
        />
        <LengthLeft length={length} />
      </div>
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
