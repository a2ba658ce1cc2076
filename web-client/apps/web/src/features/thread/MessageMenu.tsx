import { Ellipsis, Trash2 } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import css from './ThreadLine.module.css';

/** What can be done with a message of one's own. */
export function MessageMenu({ remove }: { remove(): void }) {
  return (
    <MenuTrigger>
      <Button className={css.more ?? ''} aria-label="Options for this message">
        <Ellipsis size={20} />
      </Button>
      <MenuPopover label="Options for this message">
        <MenuEntry icon={Trash2} onAction={remove}>
          Delete for everyone
        </MenuEntry>
      </MenuPopover>
    </MenuTrigger>
  );
}
