import { is } from '@parley/protocol/is';
import type {
  AvatarChangedElsewhereFrame,
  ElsewhereFrame,
  MessageRequestAnsweredElsewhereFrame,
  ProfileChangedElsewhereFrame,
  StatusChangedElsewhereFrame,
} from '@parley/protocol/types';
import { withArrangement } from './arrangement';
import type { ChatState } from './ChatState';
import { isErased } from './erasedPerson';
import { applyHidden } from './hidden';
import { replaceConversation } from './replaceConversation';
import { applyThreadMarked } from './threads';

/** Takes an event of a stream that is no conversation's. Whoever shows what the stream tells asks for it anew. */
export function applyElsewhere(state: ChatState, frame: ElsewhereFrame): ChatState {
  const heard = { ...state.heard, [frame.stream]: Math.max(frame.position, state.heard[frame.stream] ?? 0) };
  const known = { ...state, heard };
  if (is('ProfileChangedElsewhereFrame', frame)) return withNames(known, frame);
  if (is('StatusChangedElsewhereFrame', frame)) return withStatus(known, frame);
  if (is('AvatarChangedElsewhereFrame', frame)) return withAvatar(known, frame);
  if (is('MessagesHiddenElsewhereFrame', frame)) return applyHidden(known, frame);
  if (is('ThreadMarkedElsewhereFrame', frame)) return applyThreadMarked(known, frame);
  if (is('MessageRequestAnsweredElsewhereFrame', frame)) return withAnswer(known, frame);
  if (!is('ConversationArrangedElsewhereFrame', frame)) return known;
  const { conversation, arrangement } = frame.data;
  const { mutedUntil, news, ...marks } = arrangement;
  const told = {
    ...marks,
    ...(mutedUntil ? { mutedUntil } : {}),
    ...(news ? { news } : {}),
    asOf: frame.position,
  };
  return withArrangement(known, conversation, told);
}

function withAnswer(state: ChatState, { data }: MessageRequestAnsweredElsewhereFrame): ChatState {
  const held = state.conversations[data.conversation];
  return held
    ? replaceConversation(state, { ...held, request: data.answer === 'ignored' ? 'ignored' : undefined })
    : state;
}

function withNames(state: ChatState, { data, position }: ProfileChangedElsewhereFrame): ChatState {
  const { account: user, content } = data;
  if (!content || isErased(state.people, user) || position < (state.people[user]?.asOf ?? 0)) return state;
  const { username, displayName } = content;
  return {
    ...state,
    people: {
      ...state.people,
      [user]: { ...state.people[user], user, username, displayName, asOf: position },
    },
  };
}

/** Only of people who are known: of others nothing is shown. */
function withStatus(state: ChatState, { data, position }: StatusChangedElsewhereFrame): ChatState {
  const { account: user, content } = data;
  const person = state.people[user];
  if (!content || !person || person.erased || position < (person.statusAsOf ?? 0)) return state;
  return {
    ...state,
    people: { ...state.people, [user]: { ...person, status: content, statusAsOf: position } },
  };
}

function withAvatar(state: ChatState, { data, position }: AvatarChangedElsewhereFrame): ChatState {
  const { account: user, avatar } = data;
  const person = state.people[user];
  if (!person || person.erased || position < (person.avatarAsOf ?? 0)) return state;
  const { avatar: _, ...rest } = person;
  const told = { ...rest, ...(avatar ? { avatar } : {}), avatarAsOf: position };
  return { ...state, people: { ...state.people, [user]: told } };
}
