import { type ComponentType, lazy, Suspense } from 'react';
import type { Page } from '@/shared/feature/Feature';
import { Loading } from '@/shared/ui/Loading';
import { useWords } from '@/shared/words/useWords';

const loaded = new WeakMap<Page, ComponentType>();

/** The same for a page each time, so that it is fetched once. */
function componentOf(page: Page): ComponentType {
  const known = loaded.get(page);
  if (known) return known;
  const component = lazy(async () => ({ default: await page.load() }));
  loaded.set(page, component);
  return component;
}

/** A page that a feature registered. */
export function FeaturePage({ page }: { page: Page }) {
  const words = useWords();
  const Shown = componentOf(page);
  return (
    <Suspense fallback={<Loading>{words('app.opening')}</Loading>}>
      <Shown />
    </Suspense>
  );
}
