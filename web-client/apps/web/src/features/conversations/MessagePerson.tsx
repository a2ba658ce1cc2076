import { MessageCircle } from 'lucide-react';
import type { PersonActionProps } from '@/shared/feature/Feature';
import { problemWords } from '@/shared/problem/problemWords';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { useStartDirect } from './useStartDirect';

/** Goes to the conversation with someone, which begins with that if there was none. */
export function MessagePerson({ person, done }: PersonActionProps) {
  const words = useWords();
  const start = useStartDirect(done);
  return (
    <>
      <Button isDisabled={start.isPending} onPress={() => start.mutate(person.username)}>
        <MessageCircle size={18} aria-hidden="true" />
        {words('conversations.message')}
      </Button>
      {start.error ? <Notice look="problem">{problemWords(start.error)}</Notice> : null}
    </>
  );
}
