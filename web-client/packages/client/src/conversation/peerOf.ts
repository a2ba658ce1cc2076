import type { ChatState, Conversation, Person } from './ChatState';

/** The other person of a direct conversation. A group stands for itself, by its name. */
export function peerOf(state: Pick<ChatState, 'me' | 'people'>, conversation: Conversation): Person {
  if (conversation.kind === 'group')
    return { user: conversation.conversation, username: '', displayName: conversation.name ?? '' };
  const user = conversation.members.find((member) => member !== state.me) ?? state.me;
  return state.people[user] ?? { user, username: '', displayName: '' };
}
