import type { Message } from '@parley/client/conversation/ChatState';
import type { Content } from '@parley/client/conversation/content';
import { use } from 'react';
import type { ContentRenderers } from '@/shared/feature/Feature';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';

export interface ShownContentProps {
  content: Content;
  author: string;
  conversation: string;
  message: Message | null;
}

/** Shows a content by the renderer that a feature registered for its kind. */
export function ShownContent({ content, ...place }: ShownContentProps) {
  const features = use(FeaturesContext);
  const renderers = features.reduce<Partial<ContentRenderers>>(
    (all, { contents }) => (contents ? Object.assign(all, contents) : all),
    {},
  );
  switch (content.kind) {
    case 'text':
      return renderers.text ? <renderers.text content={content} {...place} /> : null;
    case 'call':
      return renderers.call ? <renderers.call content={content} {...place} /> : null;
    case 'gone':
      return renderers.gone ? <renderers.gone content={content} {...place} /> : null;
  }
}
