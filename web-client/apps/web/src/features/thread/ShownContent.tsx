import type { Content } from '@parley/client/conversation/content';
import { use } from 'react';
import type { ContentRenderers } from '@/shared/feature/Feature';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';

/** Shows a content by the renderer that a feature registered for its kind. */
export function ShownContent({ content, author }: { content: Content; author: string }) {
  const features = use(FeaturesContext);
  const renderers = features.reduce<Partial<ContentRenderers>>(
    (all, { contents }) => (contents ? Object.assign(all, contents) : all),
    {},
  );
  switch (content.kind) {
    case 'text':
      return renderers.text ? <renderers.text content={content} author={author} /> : null;
    case 'gone':
      return renderers.gone ? <renderers.gone content={content} author={author} /> : null;
  }
}
