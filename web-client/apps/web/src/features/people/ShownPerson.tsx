import { useStore } from 'zustand';
import { lazily } from '@/shared/lazy/lazily';
import { shownPerson } from '@/shared/person/shownPerson';

const PersonDialog = lazily(async () => (await import('./PersonDialog')).PersonDialog);

/** The profile that is open, if one is. */
export function ShownPerson() {
  const { shown } = useStore(shownPerson);
  return shown ? <PersonDialog {...shown} /> : null;
}
