import type { Conversation } from '@parley/client/conversation/ChatState';
import { mutedUntil } from '@parley/client/conversation/mutes';
import { useEffect } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { momentOf } from '@/shared/time/format';
import { useNow } from '@/shared/time/useNow';
import { useWords } from '@/shared/words/useWords';

interface MutedBarProps {
  conversation: Conversation;
  /** What to do when one may speak again. */
  over(): void;
}

/** Says until when one is muted. */
export function MutedBar({ conversation, over }: MutedBarProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const until = mutedUntil(conversation, me, useNow(1_000).getTime());
  useEffect(() => {
    if (!until) over();
  }, [until, over]);
  return until ? words('muting.own', { until: momentOf(until) }) : null;
}
