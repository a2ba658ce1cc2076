import type { Conversation } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

const NewGroup = lazily(async () => (await import('./NewGroup')).NewGroup);

/** From a conversation of two to a group with the other and more. */
export function NewGroupWithButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const isDirect = conversation.kind === 'direct';
  const user = useChat((state) => (isDirect ? peerOf(state, conversation).user : ''));
  const peer = useChat((state) => state.people[user]);
  const [isOpen, setOpen] = useState(false);
  if (!isDirect || !peer || peer.erased) return null;
  return (
    <>
      <IconButton
        icon={UserRoundPlus}
        label={words('groups.new.with', { name: nameOf(peer) })}
        onPress={() => setOpen(true)}
      />
      {isOpen ? <NewGroup first={peer} close={() => setOpen(false)} /> : null}
    </>
  );
}
