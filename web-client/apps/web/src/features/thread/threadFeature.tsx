import type { Feature } from '@/shared/feature/Feature';
import { MessageText } from '@/shared/markup/MessageText';
import { GoneContent } from './GoneContent';
import { OpenedThread } from './OpenedThread';
import { Thread } from './Thread';

/** What every message has: its text, and an address of its own. */
export const thread: Feature = {
  conversations: [Thread],
  strips: [OpenedThread],
  contents: {
    text: ({ content }) => <MessageText text={content.text} mentions={content.mentions} />,
    gone: GoneContent,
  },
  messageMenu: async () => (await import('./messageMenu')).messageMenu,
};
