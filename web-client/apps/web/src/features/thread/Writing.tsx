import { codePoints } from '@parley/client/text/codePoints';
import { messageText } from '@parley/client/text/messageText';
import { Send } from 'lucide-react';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import type { CompletingHandle } from './CompletingHandle';
import css from './Composer.module.css';
import { LONGEST } from './longest';
import { useGrowing } from './useGrowing';

const ComposerActions = lazily(
  async () => (await import('./ComposerActions')).ComposerActions,
  <span className={css.actions} />,
);
const LengthLeft = lazily(async () => (await import('./LengthLeft')).LengthLeft);
const Completing = lazily(async () => (await import('./Completing')).Completing);

export interface WritingProps {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  /** What keys mean that are none of its own: up where nothing is written, and Escape, which says whether it did something. */
  keys: { up(): void; escape(): boolean };
  /** Whether it has the focus from the beginning. */
  isFocused: boolean;
  typed: string;
  change(text: string): void;
  send(): void;
  /** What the field is called. */
  label: string;
  /** What the button is called that sends. */
  sending: string;
  /** What is sent besides what is typed, so that nothing has to be typed. Absent where a message is written anew. */
  files?: number;
  /** What stands above the field. */
  above?: ReactNode;
  /** Whether somebody asked for it, so that the keyboard on a screen may open too. */
  opensKeyboard?: boolean;
}

/** Where there is no keyboard, the focus would open the one on the screen. */
const hasKeyboard = () => window.matchMedia?.('(hover: hover)').matches ?? true;

/** On a phone there is no Shift to hold: Enter begins a new line, and the button sends. */
const isPhone = () => window.matchMedia?.('(hover: none) and (pointer: coarse)').matches ?? false;

/** A field for a text and what sends it: Enter sends, Shift+Enter begins a new line. */
export function Writing({
  id,
  area,
  keys,
  isFocused,
  typed,
  change,
  send,
  label,
  sending,
  files,
  above,
  opensKeyboard = false,
}: WritingProps) {
  const words = useWords();
  const length = codePoints(messageText(typed));
  const sendable = (length > 0 || (files ?? 0) > 0) && length <= LONGEST;
  const completing = useRef<CompletingHandle>(null);
  useGrowing(area, typed);
  const [focusFirst] = useState(() => isFocused && (opensKeyboard || hasKeyboard()));
  useEffect(() => {
    const field = area.current;
    if (!focusFirst || !field) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, [area, focusFirst]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (sendable) send();
  }

  function press(event: KeyboardEvent) {
    if (completing.current?.press(event)) return;
    // While an input method composes, Enter belongs to it.
    const sends = event.key === 'Enter' && !event.shiftKey && !isPhone();
    if (sends && !event.nativeEvent.isComposing) submit(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.key === 'ArrowUp' && isPlain && typed === '') {
      event.preventDefault();
      keys.up();
    }
    if (event.key === 'Escape' && keys.escape()) event.preventDefault();
  }

  return (
    <form className={css.composer} onSubmit={submit}>
      {above}
      <div className={css.line}>
        <div className={css.field}>
          <Completing ref={completing} {...{ area, conversation: id, change }} />
          <textarea
            onSelect={() => completing.current?.look()}
            onBlur={() => completing.current?.close()}
            ref={area}
            className={css.area}
            aria-label={label}
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
        <ComposerActions conversation={id} isNew={files !== undefined} area={area} change={change} />
        <IconButton icon={Send} label={sending} look="filled" type="submit" isDisabled={!sendable} />
      </div>
    </form>
  );
}
