import { Ellipsis, Trash2 } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { useWords } from '@/shared/words/useWords';
import css from './ThreadLine.module.css';

/** What can be done with a message of one's own. */
export function MessageMenu({ remove }: { remove(): void }) {
  const words = useWords();
  return (
    <MenuTrigger>
      <Button className={css.more ?? ''} aria-label={words('thread.options')}>
        <Ellipsis size={20} />
      </Button>
      <MenuPopover label={words('thread.options')}>
        <MenuEntry icon={Trash2} onAction={remove}>
          {words('thread.delete')}
        </MenuEntry>
      </MenuPopover>
    </MenuTrigger>
  );
}
