import { withoutWordsOfErased } from './about';
import type { ChatState, Conversation } from './ChatState';
import { erasedPerson } from './erasedPerson';
import { forgetMessages } from './forget';
import { withoutErasedText } from './withoutErasedText';

/** Someone's account was deleted: their names, their presence and every word of theirs are forgotten. */
export function applyErased(state: ChatState, account: string): ChatState {
  const people = { ...state.people, [account]: erasedPerson(account) };
  const { [account]: _, ...presence } = state.presence;
  const forget = (conversation: Conversation): Conversation => {
    // Who is not in a group any more has left words there.
    if (conversation.kind === 'direct' && !conversation.members.includes(account)) return conversation;
    const held = mapped(conversation.held, (event) => withoutErasedText(people, event));
    const about = mapped(conversation.about, (said) =>
      said.map((each) => withoutWordsOfErased(people, each)),
    );
    const forgotten = forgetMessages(conversation, ({ author }) => author === account, 'erased');
    const said = Object.entries(conversation.mentions).filter(([, { author }]) => author !== account);
    return { ...forgotten, held, about, mentions: Object.fromEntries(said) };
  };
  return {
    ...state,
    people,
    presence,
    conversations: mapped(state.conversations, forget),
    pendingFrames: mapped(state.pendingFrames, (pendingFrames) =>
      pendingFrames.map((pending) => ('sequence' in pending ? withoutErasedText(people, pending) : pending)),
    ),
    typing: mapped(state.typing, ({ [account]: __, ...others }) => others),
    arrival: state.arrival?.author === account ? null : state.arrival,
  };
}

function mapped<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
