import { type ReactNode, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';

const NewConversation = lazily(async () => (await import('./NewConversation')).NewConversation);

/** What opens the dialog that starts a conversation, and the dialog while it is open. */
export function useNewConversation(): { begin(): void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  return {
    begin: () => setOpen(true),
    dialog: isOpen ? <NewConversation done={() => setOpen(false)} /> : null,
  };
}
