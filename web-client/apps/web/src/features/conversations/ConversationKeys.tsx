import { useEffect, useMemo, useRef, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { go } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import type { Shortcut } from '@/shared/shortcuts/Shortcut';
import { useShortcuts } from '@/shared/shortcuts/useShortcuts';
import { useSortedConversations } from '@/shared/sync/useSortedConversations';

const Switcher = lazily(async () => (await import('./Switcher')).Switcher);

/** The keys that lead to another conversation. */
export function ConversationKeys() {
  const [isOpen, setOpen] = useState(false);
  const step = useStep();
  const keys = useMemo(
    (): Shortcut[] => [
      {
        id: 'switch',
        keys: ['Mod', 'k'],
        meaning: (words) => words('conversations.switch'),
        run: () => setOpen(true),
      },
      {
        id: 'previous',
        keys: ['Alt', 'ArrowUp'],
        meaning: (words) => words('conversations.keys.previous'),
        run: () => step.current(-1),
      },
      {
        id: 'next',
        keys: ['Alt', 'ArrowDown'],
        meaning: (words) => words('conversations.keys.next'),
        run: () => step.current(1),
      },
    ],
    [step],
  );
  useShortcuts(keys);
  return isOpen ? <Switcher close={() => setOpen(false)} /> : null;
}

/** Goes so many conversations further in the list. */
function useStep() {
  const conversations = useSortedConversations();
  const route = useRoute();
  const open = route.page === 'conversation' ? route.conversation : null;
  const step = useRef((_: number) => {});
  useEffect(() => {
    step.current = (by) => {
      const at = conversations.findIndex(({ conversation }) => conversation === open);
      const next = conversations[at < 0 ? 0 : at + by];
      if (next) go({ page: 'conversation', conversation: next.conversation });
    };
  }, [conversations, open]);
  return step;
}
