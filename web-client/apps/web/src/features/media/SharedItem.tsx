import type { MessageView } from '@parley/protocol/types';
import { MessageSquareText } from 'lucide-react';
import type { ReactNode } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Media.module.css';

interface SharedItemProps {
  conversation: string;
  message: MessageView;
  children: ReactNode;
  close(): void;
}

/** What a message holds, with who sent it when, and the way to it. */
export function SharedItem({ conversation, message, children, close }: SharedItemProps) {
  const words = useWords();
  const person = useChat((state) => state.people[message.author]);
  const { number, at } = message;
  return (
    <div className={css.item}>
      <div className={css.what}>
        {children}
        <p className={css.said}>
          <bdi>{nameOf(person)}</bdi> · <time dateTime={at}>{exactTime(at)}</time>
        </p>
      </div>
      <IconButton
        icon={MessageSquareText}
        label={words('media.jump')}
        onPress={() => {
          close();
          go({ page: 'conversation', conversation, number });
        }}
      />
    </div>
  );
}
