import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { Suggestion } from '@/shared/feature/Feature';
import { useFeatures } from '@/shared/feature/useFeatures';
import { useEngine } from '@/shared/sync/useEngine';
import type { CompletingHandle } from './CompletingHandle';
import { Suggestions } from './Suggestions';

interface Offered {
  /** Where what was typed begins. */
  from: number;
  suggestions: readonly Suggestion[];
  chosen: number;
}

interface CompletingProps {
  area: RefObject<HTMLTextAreaElement | null>;
  conversation: string;
  change(text: string): void;
  ref: Ref<CompletingHandle>;
}

/** Offers what may be meant by what stands before the caret. Arrow keys go through it, Enter and Tab take it, Escape does without. */
export function Completing({ area, conversation, change, ref }: CompletingProps) {
  const completions = useFeatures('completions');
  const { store } = useEngine();
  const list = useId();
  const [offered, setOffered] = useState<Offered | null>(null);
  const looked = useRef(0);
  const chosen = offered?.chosen;
  useAria(area, chosen === undefined ? null : { list, chosen: `${list}-${chosen}` });
  useImperativeHandle(ref, () => ({ look: () => void look(), close, press }));

  // What was typed before this was here.
  const begin = useRef(look);
  useEffect(() => void begin.current(), []);

  async function look() {
    const turn = ++looked.current;
    const field = area.current;
    const caret = field?.selectionStart ?? 0;
    if (!field || field !== document.activeElement || field.selectionEnd !== caret) return setOffered(null);
    const before = field.value.slice(0, caret);
    for (const { begins, find } of completions) {
      const found = begins.exec(before);
      if (!found) continue;
      const suggestions = await find(found[1] ?? '', conversation, store.getState());
      if (turn !== looked.current) return;
      return setOffered(suggestions.length > 0 ? { from: found.index, suggestions, chosen: 0 } : null);
    }
    setOffered(null);
  }

  function close() {
    looked.current++;
    setOffered(null);
  }

  function take(suggestion: Suggestion | undefined) {
    const field = area.current;
    if (!field || !offered || !suggestion) return;
    field.setRangeText(`${suggestion.insert} `, offered.from, field.selectionStart, 'end');
    change(field.value);
    close();
    field.focus();
  }

  function press(event: KeyboardEvent): boolean {
    if (!offered || event.nativeEvent.isComposing) return false;
    const { suggestions, chosen: at } = offered;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setOffered({ ...offered, chosen: (at + step + suggestions.length) % suggestions.length });
    else if (event.key === 'Enter' || event.key === 'Tab') take(suggestions[at]);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  }

  return offered ? (
    <Suggestions id={list} suggestions={offered.suggestions} chosen={offered.chosen} take={take} />
  ) : null;
}

/** Tells those who listen to the page of which list the field has which entry. */
function useAria(
  area: RefObject<HTMLTextAreaElement | null>,
  offered: { list: string; chosen: string } | null,
): void {
  const [list, chosen] = [offered?.list, offered?.chosen];
  useEffect(() => {
    const field = area.current;
    if (!field || !list || !chosen) return;
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list);
    field.setAttribute('aria-activedescendant', chosen);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant'])
        field.removeAttribute(name);
    };
  }, [area, list, chosen]);
}
