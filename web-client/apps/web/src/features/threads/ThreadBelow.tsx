import { use } from 'react';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { InThreadContext } from '@/shared/threads/InThreadContext';

const RepliesLine = lazily(async () => (await import('./RepliesLine')).RepliesLine);

/** What there is in the thread about a message, or that it is in one. */
export function ThreadBelow(props: MessageBelowProps) {
  const isInside = use(InThreadContext);
  const { replies, thread } = props.message;
  return isInside || !((replies?.count ?? 0) > 0 || thread) ? null : <RepliesLine {...props} />;
}
