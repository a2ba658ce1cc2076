import type { Message } from '@parley/client/conversation/ChatState';
import { textSequence } from '@parley/client/conversation/edits';
import { useQuery } from '@tanstack/react-query';
import { fetchVersions } from './api/fetchVersions';

/** The texts a message has had, newest first. An edit makes another list of them. */
export function useVersions(conversation: string, message: Message) {
  const { message: id, sequence } = message;
  return useQuery({
    queryKey: ['versions', conversation, id, textSequence(message)],
    queryFn: () => fetchVersions(conversation, id, sequence),
    // What is deleted is not to be kept here.
    gcTime: 0,
  });
}
