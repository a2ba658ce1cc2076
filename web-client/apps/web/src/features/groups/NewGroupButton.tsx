import { UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';

const NewGroup = lazy(async () => ({ default: (await import('./NewGroup')).NewGroup }));

export function NewGroupButton() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={UsersRound} label={words('groups.new')} onPress={() => setOpen(true)} />
      {isOpen ? (
        <Suspense>
          <NewGroup close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
