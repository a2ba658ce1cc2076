import { pendingAbout } from '@parley/client/conversation/pendingSteps';
import { mayPin } from '@parley/client/conversation/pinMessage';
import { isPinned } from '@parley/client/conversation/pins';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { Pin, PinOff } from 'lucide-react';
import type { MessageAction, MessageAt } from '@/shared/feature/Feature';

function change({ conversation, message }: MessageAt, engine: ChatEngine, pinned: boolean): void {
  const { message: id, number, sequence } = message;
  engine.commands.ask('pin', {
    conversation: conversation.conversation,
    message: id,
    number,
    sequence,
    pinned,
  });
}

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
  {
    id: 'pin',
    icon: Pin,
    label: (words) => words('pins.pin'),
    offered: (state, { conversation, message }) =>
      mayPin(state, conversation) &&
      !isPinned(conversation, message) &&
      pendingAbout(state, 'delete-message', message.message) === undefined,
    run: (at, engine) => change(at, engine, true),
  },
  {
    id: 'unpin',
    icon: PinOff,
    label: (words) => words('pins.unpin'),
    offered: (state, { conversation, message }) =>
      mayPin(state, conversation) && isPinned(conversation, message),
    run: (at, engine) => change(at, engine, false),
  },
];
