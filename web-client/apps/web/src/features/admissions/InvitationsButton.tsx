import { MailOpen } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { Badged } from '@/shared/ui/Badged';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { useOwnAdmissions } from './useOwnAdmissions';

const Invitations = lazily(async () => (await import('./Invitations')).Invitations);

/** The groups one is invited to, and how many they are; nothing where there are none. */
export function InvitationsButton() {
  const words = useWords();
  const items = useOwnAdmissions();
  const [isOpen, setOpen] = useState(false);
  const count = items.filter(({ invitedBy }) => invitedBy).length;
  if (items.length === 0 && !isOpen) return null;
  return (
    <>
      <Badged text={count > 0 ? words('admissions.count', { count }) : ''}>
        <IconButton
          icon={MailOpen}
          label={
            count > 0 ? words('admissions.invitations.waiting', { count }) : words('admissions.invitations')
          }
          onPress={() => setOpen(true)}
        />
      </Badged>
      {isOpen ? <Invitations close={() => setOpen(false)} /> : null}
    </>
  );
}
