import { lazily } from '@/shared/lazy/lazily';
import { useChat } from '@/shared/sync/useChat';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';
import { OpenThread } from './OpenThread';

const LeftConversation = lazily(async () => (await import('./LeftConversation')).LeftConversation);
const UnknownConversation = lazily(async () => (await import('./UnknownConversation')).UnknownConversation);

interface ThreadProps {
  id: string;
  /** The message an address names. */
  number: number | null;
}

/** One conversation, once it is known. To be keyed by its id. */
export function Thread({ id, number }: ThreadProps) {
  const words = useWords();
  const conversation = useChat((state) => state.conversations[id]);
  const listed = useChat((state) => state.list === 'loaded');
  const left = useChat((state) => id in state.left);
  if (conversation) return <OpenThread conversation={conversation} number={number} />;
  if (left) return <LeftConversation />;
  return listed ? <UnknownConversation /> : <Loading>{words('thread.opening')}</Loading>;
}
