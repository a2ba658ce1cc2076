import { textContent } from '@parley/client/conversation/content';
import type { MessageView } from '@parley/protocol/types';
import { useFeatures } from '@/shared/feature/useFeatures';

/** The files of a message, as they are shown in it. */
export function SharedFiles({ conversation, message: view }: { conversation: string; message: MessageView }) {
  const shown = useFeatures('aboveWords');
  const { number, sequence, message, author, at, attachments } = view;
  const content = textContent('', null, null, attachments ?? []);
  return shown.map((Shown, index) => (
    <Shown
      // biome-ignore lint/suspicious/noArrayIndexKey: what features add does not change
      key={index}
      conversation={conversation}
      content={content}
      message={{ number, sequence, message, author, at, content }}
      entry={null}
    />
  ));
}
