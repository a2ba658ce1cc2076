import { mayReply } from '@parley/client/conversation/mayReply';
import { CornerLeftUp, Reply } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { go } from '@/shared/routing/route';

/** A message can answer another one of its conversation. */
export const replying: Feature = {
  messageActions: [
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
  ],
};
