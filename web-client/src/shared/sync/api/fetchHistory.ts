import type { Message } from '@/shared/conversation/ChatState';
import { authorized } from '@/shared/session/authorized';
import type { Page } from './Page';

export const HISTORY_PAGE = 50;

/** The messages right before a number, newest first. */
export function fetchHistory(id: string, before: number): Promise<Page<Message>> {
  return authorized(`/conversations/${id}/messages?before=${before}&limit=${HISTORY_PAGE}`);
}
