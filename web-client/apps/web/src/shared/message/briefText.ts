import type { ChatState, Conversation, Preview } from '@parley/client/conversation/ChatState';
import { callFate, callToldOf, isOver } from '@parley/client/conversation/calls';
import { textOf } from '@parley/client/conversation/content';
import { spoken } from '@/shared/words/words';
import { filesText } from './filesText';
import { goneText } from './goneText';

/** What a message says, where there is a line for it: its text, or what stands in place of one. */
export function briefText(
  { people, me }: Pick<ChatState, 'people' | 'me'>,
  conversation: (Pick<Conversation, 'about'> & Partial<Pick<Conversation, 'kind'>>) | undefined,
  message: Pick<Preview, 'number' | 'content' | 'author'>,
): string {
  const { content } = message;
  if (content.kind === 'call') {
    const told = callToldOf(conversation ?? { about: {} }, message, me);
    const isGoing = conversation?.kind === 'group' && !isOver(callFate(conversation.about[message.number]));
    return spoken().words(
      `message.call.${isGoing ? 'going' : told === 'call' && content.video ? 'video' : told}`,
    );
  }
  return textOf(content) ?? filesText(content) ?? goneText(people, message) ?? '';
}
