import type { ChatState, Conversation, Person } from './ChatState';

/** The other person of a direct conversation: oneself where there is none. A group stands for itself, by its name. */
export function peerOf(state: Pick<ChatState, 'me' | 'people'>, conversation: Conversation): Person {
  if (conversation.kind === 'group')
    return { user: conversation.conversation, username: '', displayName: conversation.name ?? '' };
  const user = conversation.members.find((member) => member !== state.me);
  if (user === undefined) return { user: state.me, username: '', displayName: '', self: true };
  return state.people[user] ?? { user, username: '', displayName: '' };
}

/** Whether nobody else is in it and nobody can come: where this person saves messages. */
export function isWithOneself({ kind, members }: Conversation, me: string): boolean {
  return kind === 'direct' && members.every((member) => member === me);
}
