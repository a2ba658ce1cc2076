import { useRef } from 'react';
import { Menu, Popover } from 'react-aria-components';
import type { MessageAction, MessageAt } from '@/shared/feature/Feature';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { exactTime } from '@/shared/time/format';
import menu from '@/shared/ui/Menu.module.css';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { useWords } from '@/shared/words/useWords';
import css from './MessageList.module.css';
import { useMessageMenu } from './useMessageMenu';

export interface Opened extends MessageAt {
  /** The element it was opened at. */
  anchor: Element;
  /** Of which action something is shown; null for the menu of all. */
  action: string | null;
}

interface MessageActionsProps {
  opened: Opened;
  open(opened: Opened | null): void;
}

/** The one menu of a thread, and what an action shows, at the message it was opened for. */
export function MessageActions({ opened, open }: MessageActionsProps) {
  const words = useWords();
  const engine = useEngine();
  const anchor = useRef<Element | null>(null);
  anchor.current = opened.anchor;
  const actions = useMessageMenu();
  const state = useChat((each) => each);
  const close = () => open(null);
  const chosen = actions.find(({ id }) => id === opened.action);

  function choose(action: MessageAction) {
    action.run?.(opened, engine);
    open(action.Panel ? { ...opened, action: action.id } : null);
  }

  if (chosen?.Panel) {
    const { conversation, message } = opened;
    return <chosen.Panel conversation={conversation} message={message} anchor={anchor} done={close} />;
  }
  return (
    <Popover
      className={menu.popover ?? ''}
      aria-label={words('thread.options')}
      placement="bottom end"
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <p className={css.date}>{exactTime(opened.message.at)}</p>
      <Menu className={menu.menu ?? ''} aria-label={words('thread.options')} autoFocus="first">
        {actions
          .filter((action) => action.offered(state, opened))
          .map((action) => (
            <MenuEntry key={action.id} icon={action.icon} onAction={() => choose(action)}>
              {action.label(words)}
            </MenuEntry>
          ))}
      </Menu>
    </Popover>
  );
}
