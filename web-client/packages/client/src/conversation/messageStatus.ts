import type { Conversation } from './ChatState';

export type MessageStatus = 'sending' | 'queued' | 'failed' | 'sent' | 'delivered' | 'read';

/** How many of those for whom a message is have received and read it. */
export interface Reach {
  recipients: number;
  delivered: number;
  read: number;
}

export function reachOf({ members, watermarks }: Conversation, me: string, number: number): Reach {
  const recipients = members.filter((member) => member !== me).map((member) => watermarks[member]);
  return {
    recipients: recipients.length,
    delivered: recipients.filter((reached) => reached && reached.deliveredUpTo >= number).length,
    read: recipients.filter((reached) => reached && reached.readUpTo >= number).length,
  };
}

/** How far a recorded message of one's own has come: a status counts once every recipient has reached it. */
export function messageStatus(conversation: Conversation, me: string, number: number): MessageStatus {
  const { recipients, delivered, read } = reachOf(conversation, me, number);
  if (recipients === 0) return 'sent';
  if (read === recipients) return 'read';
  return delivered === recipients ? 'delivered' : 'sent';
}
