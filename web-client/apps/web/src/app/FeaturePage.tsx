import type { ComponentType } from 'react';
import type { Page, PageProps } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';

const loaded = new WeakMap<Page, ComponentType<PageProps>>();

/** The same for a page each time, so that it is fetched once. */
function componentOf(page: Page): ComponentType<PageProps> {
  const known = loaded.get(page);
  if (known) return known;
  const component = lazily(page.load, <Opening />);
  loaded.set(page, component);
  return component;
}

/** A page that a feature registered. */
export function FeaturePage({ page, of }: { page: Page } & PageProps) {
  const Shown = componentOf(page);
  return <Shown of={of} />;
}

function Opening() {
  const words = useWords();
  return <Loading>{words('app.opening')}</Loading>;
}
