import { isWithOneself } from '@parley/client/conversation/peerOf';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { uuidv7 } from '@parley/client/text/uuidv7';
import { session } from '@/shared/session/session';
import { showToast } from '@/shared/toast/toasts';

/** Sends texts on to the conversation with oneself, which begins with the first. */
export async function saveMessages(engine: ChatEngine, texts: readonly string[]): Promise<void> {
  try {
    const saved = await withOneself(engine);
    for (const text of texts) engine.outbox.forward(saved, text);
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
