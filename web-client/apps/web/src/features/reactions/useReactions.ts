import type { Message } from '@parley/client/conversation/ChatState';
import type { Pending, PendingCommand } from '@parley/client/conversation/PendingCommand';
import { reactionsOf } from '@parley/client/conversation/reactions';
import { useMemo } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';

/** A message's reactions as they are and as they are about to be. */
export function useReactions(talk: string, message: Message) {
  const { commands } = useEngine();
  const me = useChat((state) => state.me);
  const asked = useChat((state) => state.commands);
  const said = useChat((state) => state.conversations[talk]?.about[message.number]);
  return useMemo(() => {
    const { message: id, number, sequence } = message;
    const own = asked
      .filter((each) => isReaction(each))
      .filter(({ data }) => data.conversation === talk && data.number === number);
    return {
      me,
      reactions: reactionsOf(
        said ?? [],
        own.filter(({ reason }) => reason === null),
        me,
      ),
      refused: own.filter(({ reason }) => reason !== null),
      change: (emoji: string, given: boolean) =>
        commands.ask('react', { conversation: talk, message: id, number, sequence, emoji, given }),
    };
  }, [commands, talk, message, said, asked, me]);
}

function isReaction(command: PendingCommand): command is Pending<'react'> {
  return command.kind === 'react';
}
