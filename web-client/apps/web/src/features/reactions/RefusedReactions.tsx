import type { Pending } from '@parley/client/conversation/PendingCommand';
import { Refusal } from '@/shared/message/Refusal';
import { problemWords } from '@/shared/problem/problemWords';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';

/** Which of one's own reactions were refused, and why. */
export function RefusedReactions({ refused }: { refused: readonly Pending<'react'>[] }) {
  const words = useWords();
  const { commands } = useEngine();
  return refused.map((command) => (
    <Refusal
      key={command.key}
      says={words(command.data.given ? 'reactions.not-added' : 'reactions.not-taken-back', {
        emoji: command.data.emoji,
        reason: problemWords(command.reason),
      })}
      again={() => commands.retry(command)}
      leave={() => commands.discard(command)}
      leaving={words('reactions.leave')}
    />
  ));
}
