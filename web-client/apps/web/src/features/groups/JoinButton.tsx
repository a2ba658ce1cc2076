import { useMutation } from '@tanstack/react-query';
import { problemWords } from '@/shared/problem/problemWords';
import { goInstead } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { joinByLink } from './api/joinLinks';

/** Joins a group by a link and opens it. */
export function JoinButton({ code }: { code: string }) {
  const words = useWords();
  const engine = useEngine();
  const join = useMutation({
    mutationFn: async () => {
      const { conversation, position } = await joinByLink(code);
      await engine.conversations.load(conversation, position);
      return conversation;
    },
    onSuccess: (conversation) => goInstead({ page: 'conversation', conversation }),
  });
  return (
    <>
      {join.error ? <Notice look="problem">{problemWords(join.error)}</Notice> : null}
      <Button isDisabled={join.isPending} onPress={() => join.mutate()}>
        {join.isPending ? words('groups.join.joining') : words('groups.join.do')}
      </Button>
    </>
  );
}
