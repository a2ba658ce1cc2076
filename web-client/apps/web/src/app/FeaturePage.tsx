import type { ComponentType } from 'react';
import type { Page } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';

const loaded = new WeakMap<Page, ComponentType>();

/** The same for a page each time, so that it is fetched once. */
function componentOf(page: Page): ComponentType {
  const known = loaded.get(page);
  if (known) return known;
  const component = lazily(page.load, <Opening />);
  loaded.set(page, component);
  return component;
}

/** A page that a feature registered. */
export function FeaturePage({ page }: { page: Page }) {
  const Shown = componentOf(page);
  return <Shown />;
}

function Opening() {
  const words = useWords();
  return <Loading>{words('app.opening')}</Loading>;
}
