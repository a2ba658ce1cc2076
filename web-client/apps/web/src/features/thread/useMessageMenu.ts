import { use } from 'react';
import type { Feature, MessageAction } from '@/shared/feature/Feature';
import { FeaturesContext } from '@/shared/feature/FeaturesContext';

const menus = new WeakMap<readonly Feature[], Promise<readonly MessageAction[]>>();

/** All that can be done with a message, in the order of the features. Waits for those that are fetched. */
export function useMessageMenu(): readonly MessageAction[] {
  const features = use(FeaturesContext);
  return use(menuOf(features));
}

function menuOf(features: readonly Feature[]): Promise<readonly MessageAction[]> {
  const known = menus.get(features);
  if (known) return known;
  const fetched = Promise.all(
    features.map(async ({ messageActions = [], messageMenu }) => [
      ...messageActions,
      ...((await messageMenu?.()) ?? []),
    ]),
  ).then((each) => each.flat());
  menus.set(features, fetched);
  fetched.catch(() => menus.delete(features));
  return fetched;
}
