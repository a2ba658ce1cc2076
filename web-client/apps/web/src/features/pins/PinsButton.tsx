import type { Conversation } from '@parley/client/conversation/ChatState';
import { Pin } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

const PinnedMessages = lazily(async () => (await import('./PinnedMessages')).PinnedMessages);

export function PinsButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const count = conversation.pins.length;
  if (count === 0) return null;
  return (
    <>
      <IconButton icon={Pin} label={words('pins.list', { count })} onPress={() => setOpen(true)} />
      {isOpen ? <PinnedMessages conversation={conversation} close={() => setOpen(false)} /> : null}
    </>
  );
}
