import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import type { MessageStatus } from '@parley/client/conversation/messageStatus';
import { Fragment } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import { useWords } from '@/shared/words/useWords';
import css from './MessageTimes.module.css';
import { useReceipts } from './useReceipts';

interface MessageTimesProps {
  conversation: Conversation;
  message: Message;
  status: MessageStatus;
}

/** When a message took each step, for each who receives it. */
export function MessageTimes({ conversation, message, status }: MessageTimesProps) {
  const words = useWords();
  const receipts = useReceipts(conversation.conversation, message.number, status);
  const people = useChat((state) => state.people);
  return (
    <dl className={css.times}>
      <Time step={words('receipts.sent')} at={message.at} />
      {receipts.isError ? <dd className={css.problem}>{problemWords(receipts.error)}</dd> : null}
      {receipts.data?.map(({ member, deliveredAt, readAt }) => {
        const name = nameOf(people[member]);
        return (
          <Fragment key={member}>
            <Time step={words('receipts.delivered', { name })} at={deliveredAt} />
            <Time step={words('receipts.read', { name })} at={readAt} />
          </Fragment>
        );
      })}
    </dl>
  );
}

function Time({ step, at }: { step: string; at: string | null }) {
  const words = useWords();
  return (
    <div className={css.row}>
      <dt>{step}</dt>
      <dd>{at ? <time dateTime={at}>{exactTime(at)}</time> : words('receipts.not-yet')}</dd>
    </div>
  );
}
