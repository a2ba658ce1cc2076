import { Dialog, Popover } from 'react-aria-components';
import { EmojiPanel } from '@/shared/emoji/EmojiPanel';
import type { ComposerPanelProps } from '@/shared/feature/Feature';
import menu from '@/shared/ui/Menu.module.css';
import { useWords } from '@/shared/words/useWords';

/** Puts emoji into what is being written; it stays open for more than one. */
export function EmojiInserter({ anchor, insert, done }: ComposerPanelProps) {
  const words = useWords();
  return (
    <Popover
      className={menu.popover ?? ''}
      placement="top start"
      triggerRef={anchor}
      isOpen
      onOpenChange={done}
    >
      <Dialog aria-label={words('emoji.insert')}>
        <EmojiPanel choose={insert} />
      </Dialog>
    </Popover>
  );
}
