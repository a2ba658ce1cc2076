import type { Conversation } from '@parley/client/conversation/ChatState';
import { Info } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

const GroupInfo = lazily(async () => (await import('./GroupInfo')).GroupInfo);

export function GroupInfoButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  if (conversation.kind !== 'group') return null;
  return (
    <>
      <IconButton icon={Info} label={words('groups.info')} onPress={() => setOpen(true)} />
      {isOpen ? <GroupInfo conversation={conversation} close={() => setOpen(false)} /> : null}
    </>
  );
}
