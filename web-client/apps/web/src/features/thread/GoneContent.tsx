import type { ContentRenderer } from '@/shared/feature/Feature';
import { goneText } from '@/shared/message/goneText';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';

/** What is said in place of a content that is gone. */
export const GoneContent: ContentRenderer<'gone'> = ({ content, author }) => {
  useWords();
  return <em>{useChat((state) => goneText(state.people, { content, author }))}</em>;
};
