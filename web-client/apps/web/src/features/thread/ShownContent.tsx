import type { Message, OutboxEntry } from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import { use } from 'react';
import type { AboveWordsProps, ContentRenderers } from '@/shared/feature/Feature';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';
import { useFeatures } from '@/shared/feature/useFeatures';

export interface ShownContentProps {
  content: Content;
  author: string;
  conversation: string;
  message: Message | null;
  /** The message on its way; null once it is there. */
  entry?: OutboxEntry | null;
}

function AboveWords(props: AboveWordsProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: what features add does not change
  return useFeatures('aboveWords').map((Above, i) => <Above key={i} {...props} />);
}

/** Shows a content by the renderer that a feature registered for its kind. */
export function ShownContent({ content, entry = null, ...place }: ShownContentProps) {
  const features = use(FeaturesContext);
  const renderers = features.reduce<Partial<ContentRenderers>>(
    (all, { contents }) => (contents ? Object.assign(all, contents) : all),
    {},
  );
  switch (content.kind) {
    case 'text':
      return (
        <>
          {content.attachments || entry?.files ? (
            <AboveWords content={content} entry={entry} {...place} />
          ) : null}
          {renderers.text && content.text !== '' ? <renderers.text content={content} {...place} /> : null}
        </>
      );
    case 'call':
      return renderers.call ? <renderers.call content={content} {...place} /> : null;
    case 'gone':
      return renderers.gone ? <renderers.gone content={content} {...place} /> : null;
  }
}
