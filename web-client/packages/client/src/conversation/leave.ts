import type { ChatState, Conversation } from './ChatState';

/** This person is in a conversation no more: nothing stays of it but where that was. */
export function leave(state: ChatState, { conversation, sequence }: Conversation): ChatState {
  const { [conversation]: _, ...conversations } = state.conversations;
  const { [conversation]: __, ...typing } = state.typing;
  const { [conversation]: ___, ...drafts } = state.drafts;
  return {
    ...state,
    conversations,
    typing,
    drafts,
    left: { ...state.left, [conversation]: sequence },
    outbox: state.outbox.filter((entry) => entry.conversation !== conversation),
    arrival: state.arrival?.conversation === conversation ? null : state.arrival,
  };
}
