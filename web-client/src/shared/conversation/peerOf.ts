import type { ChatState, Conversation, Person } from './ChatState';

/** The other person of a direct conversation. */
export function peerOf(state: Pick<ChatState, 'me' | 'people'>, conversation: Conversation): Person {
  const user = conversation.members.find((member) => member !== state.me) ?? state.me;
  return state.people[user] ?? { user, username: '', displayName: 'Someone' };
}
