import { useStore } from 'zustand';
import { shownKey } from '@/shared/shortcuts/Shortcut';
import { shortcutStore } from '@/shared/shortcuts/shortcutStore';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { useWords } from '@/shared/words/useWords';
import css from './ShortcutSheet.module.css';

/** What the keyboard can do at this place. */
export function ShortcutSheet({ close }: { close(): void }) {
  const words = useWords();
  const shortcuts = useStore(shortcutStore, (state) => state.shortcuts);
  return (
    <ModalDialog title={words('shortcuts.title')} isOpen onOpenChange={close}>
      {() => (
        <dl className={css.sheet}>
          {shortcuts.map(({ id, keys, meaning }) => (
            <div key={id} className={css.row}>
              <dt>{meaning(words)}</dt>
              <dd dir="ltr">
                {keys.map((key) => (
                  <kbd key={key} className={css.key}>
                    {shownKey(key)}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </ModalDialog>
  );
}
