import type { Message, ThreadAbout } from '@parley/client/conversation/ChatState';

/** The thread that a message is in, or that it may have. */
export function aboutOf({ thread, number, sequence, author }: Message): ThreadAbout {
  return thread ? { root: thread.root, author: thread.author } : { root: { number, sequence }, author };
}
