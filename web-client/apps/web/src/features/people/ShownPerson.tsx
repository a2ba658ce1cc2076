import { useStore } from 'zustand';
import { lazily } from '@/shared/lazy/lazily';
import { shownPerson } from '@/shared/person/shownPerson';

const PersonDialog = lazily(async () => (await import('./PersonDialog')).PersonDialog);

/** The profile that is open, if one is. */
export function ShownPerson() {
  const { user } = useStore(shownPerson);
  return user ? <PersonDialog user={user} /> : null;
}
