import type { ChatState, Conversation, Preview } from '@parley/client/conversation/ChatState';
import { callToldOf } from '@parley/client/conversation/calls';
import { textOf } from '@parley/client/conversation/content';
import { spoken } from '@/shared/words/words';
import { filesText } from './filesText';
import { goneText } from './goneText';

/** What a message says, where there is a line for it: its text, or what stands in place of one. */
export function briefText(
  { people, me }: Pick<ChatState, 'people' | 'me'>,
  conversation: Pick<Conversation, 'about'> | undefined,
  message: Pick<Preview, 'number' | 'content' | 'author'>,
): string {
  const { content } = message;
  if (content.kind === 'call')
    return spoken().words(`message.call.${callToldOf(conversation ?? { about: {} }, message, me)}`);
  return textOf(content) ?? filesText(content) ?? goneText(people, message) ?? '';
}
