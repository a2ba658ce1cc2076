import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Suggestion } from '@/shared/feature/Feature';
import { useFeatures } from '@/shared/feature/useFeatures';
import { useEngine } from '@/shared/sync/useEngine';

interface Offered {
  /** Where what was typed begins. */
  from: number;
  suggestions: readonly Suggestion[];
  chosen: number;
}

/** Offers what may be meant by what stands before the caret. Arrow keys go through it, Enter and Tab take it, Escape does without. */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  conversation: string,
  change: (text: string) => void,
) {
  const completions = useFeatures('completions');
  const { store } = useEngine();
  const list = useId();
  const [offered, setOffered] = useState<Offered | null>(null);
  const looked = useRef(0);
  useEffect(() => () => void looked.current++, []);

  async function look() {
    const turn = ++looked.current;
    const field = area.current;
    const caret = field?.selectionStart ?? 0;
    if (!field || field.selectionEnd !== caret) return setOffered(null);
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
    const caret = field.selectionStart;
    field.setRangeText(`${suggestion.insert} `, offered.from, caret, 'end');
    change(field.value);
    close();
    field.focus();
  }

  /** Whether a key was meant for what is offered. */
  function press(event: KeyboardEvent): boolean {
    if (!offered || event.nativeEvent.isComposing) return false;
    const { suggestions, chosen } = offered;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0)
      setOffered({ ...offered, chosen: (chosen + step + suggestions.length) % suggestions.length });
    else if (event.key === 'Enter' || event.key === 'Tab') take(suggestions[chosen]);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  }

  const aria = offered
    ? ({
        'aria-autocomplete': 'list',
        'aria-controls': list,
        'aria-activedescendant': `${list}-${offered.chosen}`,
      } as const)
    : {};
  return { offered, list, look: () => void look(), close, take, press, aria };
}
