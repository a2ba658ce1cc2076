import { use } from 'react';
import type { Feature } from './Feature';
import { FeaturesContext } from './FeaturesContext';

/** What all features together have registered of one sort. */
export function useFeatures<Sort extends Exclude<keyof Feature, 'contents' | 'messageMenu'>>(
  sort: Sort,
): readonly NonNullable<Feature[Sort]>[number][] {
  const features = use(FeaturesContext);
  return features.flatMap((feature): readonly NonNullable<Feature[Sort]>[number][] => feature[sort] ?? []);
}
