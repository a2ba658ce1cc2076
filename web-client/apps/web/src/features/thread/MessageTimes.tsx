import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { Fragment } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import css from './MessageStatus.module.css';
import { useReceipts } from './useReceipts';

interface MessageTimesProps {
  conversation: Conversation;
  message: Message;
  status: MessageStatus;
}

/** When a message took each step, for each who receives it. */
export function MessageTimes({ conversation, message, status }: MessageTimesProps) {
  const receipts = useReceipts(conversation.conversation, message.number, status);
  const people = useChat((state) => state.people);
  return (
    <dl className={css.times}>
      <Time step="Sent" at={message.at} />
      {receipts.isError ? <dd className={css.problem}>{receipts.error.message}</dd> : null}
      {receipts.data?.map(({ member, deliveredAt, readAt }) => {
        const name = people[member]?.displayName ?? 'Someone';
        return (
          <Fragment key={member}>
            <Time step={`Delivered to ${name}`} at={deliveredAt} />
            <Time step={`Read by ${name}`} at={readAt} />
          </Fragment>
        );
      })}
    </dl>
  );
}

function Time({ step, at }: { step: string; at: string | null }) {
  return (
    <div className={css.row}>
      <dt>{step}</dt>
      <dd>{at ? <time dateTime={at}>{exactTime(at)}</time> : 'Not yet'}</dd>
    </div>
  );
}
