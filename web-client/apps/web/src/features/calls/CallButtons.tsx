import type { Conversation } from '@parley/client/conversation/ChatState';
import { mayCall } from '@parley/client/conversation/calls';
import { peerOf } from '@parley/client/conversation/peerOf';
import { Phone, Video } from 'lucide-react';
import { useStore } from 'zustand';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { callsOf } from './callsOf';

/** Calls the other person of a conversation of two. */
export function CallButtons({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const calls = callsOf(useEngine());
  const may = useChat((state) => mayCall(state, conversation));
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const peer = peerOf({ me, people }, conversation);
  const blocked = useIsBlocked(peer.user);
  const isBusy = useStore(calls.store, ({ call }) => call !== null && call.step !== 'ended');
  if (!may || blocked) return null;
  const name = nameOf(peer);
  const start = (video: boolean) => void calls.start(conversation.conversation, video);
  return (
    <>
      <IconButton
        icon={Phone}
        label={words('calls.start', { name })}
        isDisabled={isBusy}
        onPress={() => start(false)}
      />
      <IconButton
        icon={Video}
        label={words('calls.start.video', { name })}
        isDisabled={isBusy}
        onPress={() => start(true)}
      />
    </>
  );
}
