import { nameOf } from '@/shared/person/nameOf';
import { hidePerson, type Shown } from '@/shared/person/shownPerson';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { PersonPanel } from './PersonPanel';
import { useKnownPerson } from './useKnownPerson';

/** Someone's profile. */
export function PersonDialog({ user, found }: Shown) {
  const person = useKnownPerson(user, found);
  return (
    <ModalDialog title={nameOf(person)} isOpen onOpenChange={(isOpen) => isOpen || hidePerson()}>
      {(done) => <PersonPanel user={user} found={found} done={done} />}
    </ModalDialog>
  );
}
