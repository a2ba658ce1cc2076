import type { Conversation } from '@parley/client/conversation/ChatState';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { Badged } from '@/shared/ui/Badged';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { useReports } from './useReports';

const Reports = lazily(async () => (await import('./Reports')).Reports);

/** What is reported in a group, and how much; nothing where there is nothing, or for who does not lead it. */
export function ReportsButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const count = useReports(conversation).length;
  const [isOpen, setOpen] = useState(false);
  if (count === 0 && !isOpen) return null;
  return (
    <>
      <Badged text={count > 0 ? words('moderation.count', { count }) : ''}>
        <IconButton
          icon={Flag}
          label={words('moderation.reports.waiting', { count })}
          onPress={() => setOpen(true)}
        />
      </Badged>
      {isOpen ? <Reports conversation={conversation} close={() => setOpen(false)} /> : null}
    </>
  );
}
