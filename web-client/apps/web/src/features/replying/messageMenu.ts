import { mayReply } from '@parley/client/conversation/mayReply';
import { CornerLeftUp, Reply } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { go } from '@/shared/routing/route';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'reply',
    icon: Reply,
    label: (words) => words('replying.action'),
    offered: (state, { conversation, message }) => mayReply(state, conversation, message),
    run: ({ conversation, message }, engine) => engine.composing.reply(conversation.conversation, message),
  },
  {
    id: 'origin',
    icon: CornerLeftUp,
    label: (words) => words('replying.origin'),
    offered: (_, { message }) => message.replyTo !== undefined,
    run: ({ conversation: { conversation }, message: { replyTo } }) => {
      if (replyTo) go({ page: 'conversation', conversation, number: replyTo.number });
    },
  },
];
