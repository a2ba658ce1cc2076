import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

const NewGroup = lazily(async () => (await import('./NewGroup')).NewGroup);

export function NewGroupButton() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={UsersRound} label={words('groups.new')} onPress={() => setOpen(true)} />
      {isOpen ? <NewGroup close={() => setOpen(false)} /> : null}
    </>
  );
}
