import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { speakOfAll } from '@/shared/words/words';

const loaders = new Set<() => Promise<unknown>>();

/**
 * A component the page does not begin with: its code is fetched when it is first shown, or before that when the page has nothing else to
 * do. If that fails, it is tried again when it is shown again. It can ask the server by queries and has words that the page does not begin with either.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  loaders.add(load);
  const begin = () =>
    lazy(() =>
      withQueries(load).catch((failure: unknown) => {
        Loaded = begin();
        throw failure;
      }),
    );
  let Loaded = begin();
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={meanwhile}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** Fetches all of these, so that nobody waits for them, and that they are there without a connection. */
export function fetchLazyParts(): void {
  for (const load of loaders) load().catch(() => {});
}

async function withQueries<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const [Shown, { Queries }] = await Promise.all([load(), import('@/shared/queries/Queries'), speakOfAll()]);
  const Asking = (props: Props) => (
    <Queries>
      <Shown {...props} />
    </Queries>
  );
  return { default: Asking };
}
