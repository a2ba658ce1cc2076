import { useStore } from 'zustand';
import { nameOf } from '@/shared/person/nameOf';
import { shownPerson } from '@/shared/person/shownPerson';
import { useChat } from '@/shared/sync/useChat';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { PersonPanel } from './PersonPanel';

/** The profile that is open, if one is. */
export function PersonDialog() {
  const { user } = useStore(shownPerson);
  const person = useChat((state) => (user ? state.people[user] : undefined));
  const close = () => shownPerson.setState({ user: null });
  if (!user) return null;
  return (
    <ModalDialog title={nameOf(person)} isOpen onOpenChange={(isOpen) => isOpen || close()}>
      {(done) => <PersonPanel user={user} done={done} />}
    </ModalDialog>
  );
}
