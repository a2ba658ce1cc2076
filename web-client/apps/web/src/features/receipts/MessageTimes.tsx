import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import type { Reach } from '@parley/client/conversation/messageStatus';
import { Fragment } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { GroupTimes } from './GroupTimes';
import css from './MessageTimes.module.css';
import { Time } from './Time';
import { useReceipts } from './useReceipts';

interface MessageTimesProps {
  conversation: Conversation;
  message: Message;
  reach: Reach;
}

/** When a message took each step, for each who receives it. */
export function MessageTimes({ conversation, message, reach }: MessageTimesProps) {
  const words = useWords();
  const receipts = useReceipts(conversation.conversation, message.number, reach);
  const people = useChat((state) => state.people);
  return (
    <dl className={css.times}>
      <Time step={words('receipts.sent')} at={message.at} />
      {receipts.isError ? <dd className={css.problem}>{problemWords(receipts.error)}</dd> : null}
      {conversation.kind === 'group' ? (
        <GroupTimes receipts={receipts.data ?? []} />
      ) : (
        receipts.data?.map(({ member, deliveredAt, readAt }) => {
          const name = nameOf(people[member]);
          return (
            <Fragment key={member}>
              <Time step={words('receipts.delivered', { name })} at={deliveredAt} />
              <Time step={words('receipts.read', { name })} at={readAt} />
            </Fragment>
          );
        })
      )}
    </dl>
  );
}
