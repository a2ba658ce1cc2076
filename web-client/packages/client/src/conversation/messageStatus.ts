import type { Conversation } from './ChatState';

export type MessageStatus = 'sending' | 'queued' | 'failed' | 'sent' | 'delivered' | 'read';

/** How far a recorded message of one's own has come: a status counts once any recipient has reached it. */
export function messageStatus(conversation: Conversation, me: string, number: number): MessageStatus {
  const recipients = conversation.members
    .filter((member) => member !== me)
    .map((member) => conversation.watermarks[member]);
  if (recipients.some((reached) => reached && reached.readUpTo >= number)) return 'read';
  if (recipients.some((reached) => reached && reached.deliveredUpTo >= number)) return 'delivered';
  return 'sent';
}
