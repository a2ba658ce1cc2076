import { MessageSquareText, Phone, PhoneOff, Video } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { MenuTrigger } from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { isTyping } from '@/shared/shortcuts/isTyping';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { IconButton } from '@/shared/ui/IconButton';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { useWords } from '@/shared/words/useWords';
import type { Ring } from './CallsState';
import css from './IncomingCall.module.css';
import type { TabCalls } from './TabCalls';

const QUICK = ['later', 'write', 'minute'] as const;

/** Asks whether a call is answered, wherever this person is. Who is writing goes on writing. */
export function IncomingCall({ ring, calls }: { ring: Ring; calls: TabCalls }) {
  const words = useWords();
  const dialog = useRef<HTMLDivElement>(null);
  const caller = useChat(
    ({ conversations, me }) =>
      conversations[ring.conversation]?.members.find((member) => member !== me) ?? '',
  );
  const name = useChat(({ people }) => nameOf(people[caller]));
  useShortcuts(
    useMemo(
      (): Shortcut[] => [
        {
          id: 'calls.accept',
          keys: ['Alt', 'Enter'],
          meaning: (say) => say('calls.accept'),
          run: () => void calls.accept(false),
        },
        {
          id: 'calls.decline',
          keys: ['Alt', 'Backspace'],
          meaning: (say) => say('calls.decline'),
          run: () => calls.decline(),
        },
      ],
      [calls],
    ),
  );
  useEffect(() => {
    if (!isTyping(document.activeElement)) dialog.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={dialog}
      role="alertdialog"
      aria-labelledby="incoming-call"
      aria-describedby="incoming-call-keys"
      tabIndex={-1}
      className={css.ring}
      onKeyDown={({ key, altKey }) => {
        if (altKey && key === 'Enter') void calls.accept(false);
        if (altKey && key === 'Backspace') calls.decline();
      }}
    >
      <Avatar user={caller} name={name} size={52} />
      <div className={css.who} role="alert">
        <p id="incoming-call" className={css.title}>
          {words(ring.video ? 'calls.incoming.video' : 'calls.incoming', { name })}
        </p>
        <p id="incoming-call-keys" className={css.keys}>
          {words('calls.incoming.keys')}
        </p>
      </div>
      <div className={css.answers}>
        <span className={css.accept}>
          <IconButton icon={Phone} label={words('calls.accept')} onPress={() => void calls.accept(false)} />
        </span>
        <span className={css.accept}>
          <IconButton
            icon={Video}
            label={words('calls.accept.video')}
            onPress={() => void calls.accept(true)}
          />
        </span>
        <MenuTrigger>
          <IconButton icon={MessageSquareText} label={words('calls.decline.with')} />
          <MenuPopover label={words('calls.decline.with')}>
            {QUICK.map((which) => (
              <MenuEntry key={which} onAction={() => calls.decline(words(`calls.quick.${which}`))}>
                {words(`calls.quick.${which}`)}
              </MenuEntry>
            ))}
          </MenuPopover>
        </MenuTrigger>
        <span className={css.decline}>
          <IconButton icon={PhoneOff} label={words('calls.decline')} onPress={() => calls.decline()} />
        </span>
      </div>
    </div>
  );
}
