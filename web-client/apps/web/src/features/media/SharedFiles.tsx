import { textContent } from '@parley/client/conversation/content';
import type { MessageView } from '@parley/protocol/types';
import { MessageSquareText } from 'lucide-react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { nameOf } from '@/shared/person/nameOf';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { exactTime } from '@/shared/time/format';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Media.module.css';

interface SharedFilesProps {
  conversation: string;
  message: MessageView;
  close(): void;
}

/** The files of a message, as they are shown in it. */
export function SharedFiles({ conversation, message: view, close }: SharedFilesProps) {
  const words = useWords();
  const person = useChat((state) => state.people[view.author]);
  const shown = useFeatures('aboveWords');
  const { number, sequence, message, author, at, attachments } = view;
  const content = textContent('', null, null, attachments ?? []);
  return (
    <div className={css.item}>
      <div className={css.what}>
        {shown.map((Shown, index) => (
          <Shown
            // biome-ignore lint/suspicious/noArrayIndexKey: what features add does not change
            key={index}
            conversation={conversation}
            content={content}
            message={{ number, sequence, message, author, at, content }}
            entry={null}
          />
        ))}
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
