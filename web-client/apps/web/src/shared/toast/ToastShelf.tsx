import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import { useWords } from '@/shared/words/useWords';
import css from './ToastShelf.module.css';
import { closeToast, type Toast, toastStore } from './toasts';

const SHOWN_MS = 8_000;

/** Where toasts are shown. It is there before there is one, so that it is heard. */
export function ToastShelf() {
  const words = useWords();
  const toast = useStore(toastStore, (state) => state.toast);
  return (
    <div className={css.shelf} role="status" aria-label={words('ui.toast')}>
      {toast ? <OneToast key={toast.key} toast={toast} /> : null}
    </div>
  );
}

/** Goes after a while, but not from under the pointer or the focus. */
function OneToast({ toast }: { toast: Toast }) {
  const words = useWords();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = pointed || focused;
  const { undo, more } = toast;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(closeToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);

  function close(action: () => void) {
    action();
    closeToast();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done with it; it only stays while somebody is at it.
    <div
      className={css.toast}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {toast.says(words)}
      {undo ? (
        <Button className={css.undo ?? ''} onPress={() => close(undo)}>
          {words('ui.toast.undo')}
        </Button>
      ) : null}
      {more ? (
        <Button className={css.undo ?? ''} onPress={() => close(more.run)}>
          {more.says(words)}
        </Button>
      ) : null}
    </div>
  );
}
