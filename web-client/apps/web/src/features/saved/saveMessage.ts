import { textOf } from '@parley/client/conversation/content';
import { isWithOneself } from '@parley/client/conversation/peerOf';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { uuidv7 } from '@parley/client/text/uuidv7';
import { copiesOf } from '@/shared/attachments/copiesOf';
import type { MessagesAt } from '@/shared/feature/Feature';
import { session } from '@/shared/session/session';
import { showToast } from '@/shared/toast/toasts';

/** Sends messages on to the conversation with oneself, which begins with the first. */
export async function saveMessages(
  engine: ChatEngine,
  { conversation, messages }: MessagesAt,
): Promise<void> {
  try {
    const saved = await withOneself(engine);
    for (const message of messages)
      engine.outbox.forward(
        saved,
        textOf(message.content) ?? '',
        copiesOf(conversation.conversation, message)(),
      );
    showToast({ says: (words) => words('saved.done') });
  } catch {
    showToast({ says: (words) => words('saved.failed') });
  }
}

async function withOneself({ store, conversations: loader }: ChatEngine): Promise<string> {
  const { conversations, people, me } = store.getState();
  const held = Object.values(conversations).find((each) => isWithOneself(each, me));
  if (held) return held.conversation;
  const username = people[me]?.username ?? session.identity?.username ?? '';
  const { conversation, position } = await session.call('DirectConversationFound', '/conversations/direct', {
    method: 'POST',
    key: uuidv7(),
    body: { username },
  });
  await loader.load(conversation, position);
  return conversation;
}
