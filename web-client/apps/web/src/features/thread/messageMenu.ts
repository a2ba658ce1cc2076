import { textOf } from '@parley/client/conversation/content';
import { Copy, Link, ListChecks } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { hrefOf } from '@/shared/routing/route';
import { showToast } from '@/shared/toast/toasts';
import { beginSelecting } from './selection';

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ says: (words) => words('thread.copied') });
}

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'copy-text',
    icon: Copy,
    label: (words) => words('thread.copy-text'),
    offered: (_, { message }) => textOf(message.content) !== null,
    run: ({ message }) => void copy(textOf(message.content) ?? ''),
    runAll: ({ messages }) => void copy(messages.map(({ content }) => textOf(content) ?? '').join('\n')),
  },
  {
    id: 'copy-link',
    icon: Link,
    label: (words) => words('thread.copy-link'),
    offered: () => true,
    run: ({ conversation: { conversation }, message: { number } }) => {
      const href = hrefOf({ page: 'conversation', conversation, number });
      void copy(new URL(href, window.location.href).href);
    },
  },
  {
    id: 'select',
    icon: ListChecks,
    label: (words) => words('thread.select'),
    offered: () => true,
    run: ({ conversation: { conversation }, message: { number } }) => beginSelecting(conversation, number),
  },
];
