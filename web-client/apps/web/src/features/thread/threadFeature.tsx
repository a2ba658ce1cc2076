import { textOf } from '@parley/client/conversation/content';
import { Copy, Link } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { MessageText } from '@/shared/markup/MessageText';
import { hrefOf } from '@/shared/routing/route';
import { showToast } from '@/shared/toast/toasts';
import { GoneContent } from './GoneContent';
import { Thread } from './Thread';

/** What every message has: its text, and an address of its own. */
export const thread: Feature = {
  conversations: [Thread],
  contents: {
    text: ({ content }) => <MessageText text={content.text} mentions={content.mentions} />,
    gone: GoneContent,
  },
  messageActions: [
    {
      id: 'copy-text',
      icon: Copy,
      label: (words) => words('thread.copy-text'),
      offered: (_, { message }) => textOf(message.content) !== null,
      run: ({ message }) => void copy(textOf(message.content) ?? ''),
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
  ],
};

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ says: (words) => words('thread.copied') });
}
