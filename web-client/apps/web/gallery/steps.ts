import type { Catalogue } from 'virtual:words';
import { plainWords } from '@/shared/words/words';

/** Waits until something is in the page. */
export async function seen<T extends Element>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The element of a role whose name are the words of a key. */
export function named(selector: string, key: keyof Catalogue): Promise<HTMLElement> {
  const name = plainWords(key);
  return seen(() =>
    [...document.querySelectorAll<HTMLElement>(selector)].findLast(
      (each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name,
    ),
  );
}

export async function press(key: keyof Catalogue): Promise<void> {
  (await named('button, a, [role^=menuitem]', key)).click();
}

/** Types into the field of a name, as React hears it. */
export async function type(field: string, text: string): Promise<void> {
  const input = await seen(() =>
    document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${field}], ${field}`),
  );
  input.focus();
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set;
  set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
