import { nameOf } from '@/shared/person/nameOf';
import { shownPerson } from '@/shared/person/shownPerson';
import { useChat } from '@/shared/sync/useChat';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { PersonPanel } from './PersonPanel';

/** Someone's profile. */
export function PersonDialog({ user }: { user: string }) {
  const person = useChat((state) => state.people[user]);
  const close = () => shownPerson.setState({ user: null });
  return (
    <ModalDialog title={nameOf(person)} isOpen onOpenChange={(isOpen) => isOpen || close()}>
      {(done) => <PersonPanel user={user} done={done} />}
    </ModalDialog>
  );
}
