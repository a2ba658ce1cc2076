import type { Conversation } from '@parley/client/conversation/ChatState';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { Badged } from '@/shared/ui/Badged';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { useApplicants } from './useApplicants';

const Applicants = lazily(async () => (await import('./Applicants')).Applicants);

/** Who asks to join a group, and how many they are; nothing where there is nobody, or for who does not lead it. */
export function ApplicantsButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const items = useApplicants(conversation);
  const [isOpen, setOpen] = useState(false);
  const count = items.filter(({ invitedBy }) => !invitedBy).length;
  if (items.length === 0 && !isOpen) return null;
  return (
    <>
      <Badged text={count > 0 ? words('admissions.count', { count }) : ''}>
        <IconButton
          icon={UserRoundCheck}
          label={count > 0 ? words('admissions.waiting.some', { count }) : words('admissions.waiting')}
          onPress={() => setOpen(true)}
        />
      </Badged>
      {isOpen ? <Applicants conversation={conversation} close={() => setOpen(false)} /> : null}
    </>
  );
}
