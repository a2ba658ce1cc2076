import { Fragment, type ReactNode } from 'react';
import { useFeatures } from '@/shared/feature/useFeatures';
import { lazily } from '@/shared/lazy/lazily';
import { Region } from '@/shared/region/Region';
import type { Route } from '@/shared/routing/route';
import { Mark } from '@/shared/ui/Mark';
import { FeaturePage } from './FeaturePage';
import css from './Workspace.module.css';

const ToastShelf = lazily(async () => (await import('@/shared/toast/ToastShelf')).ToastShelf);

/**
 * What is chosen from on the left, what was chosen on the right; on a phone one screen each. What stands there is registered by features,
 * and none of it keeps the rest from being shown if it fails.
 */
export function Workspace({ route }: { route: Route }) {
  const strips = useFeatures('strips');
  const head = useFeatures('head');
  const side = useFeatures('side');
  const [Conversation] = useFeatures('conversations');
  const [Empty] = useFeatures('empty');
  const pages = useFeatures('pages');
  const open = route.page === 'conversation' ? route.conversation : null;
  const number = route.page === 'conversation' ? (route.number ?? null) : null;
  const page = route.page === 'feature' ? pages.find(({ path }) => path === route.path) : undefined;
  const detail = open !== null || page !== undefined;
  return (
    <div className={css.shell}>
      {eachOf(strips, (Strip) => (
        <Strip />
      ))}
      <main className={`${css.panes} ${detail ? css.detail : ''}`}>
        <div className={css.side}>
          <Region>
            <header className={css.head}>
              <h1 className={css.wordmark} tabIndex={-1} data-landing>
                <Mark />
                Parley
              </h1>
              {eachOf(head, (Part) => (
                <Part />
              ))}
            </header>
            {eachOf(side, (Part) => (
              <Part open={open} />
            ))}
          </Region>
        </div>
        <div className={css.sheet}>
          <Region>
            {open && Conversation ? <Conversation key={open} id={open} number={number} /> : null}
            {page ? <FeaturePage key={page.path} page={page} /> : null}
            {detail || !Empty ? null : <Empty />}
          </Region>
        </div>
      </main>
      <ToastShelf />
    </div>
  );
}

/** What features register stays the same as long as the page is there, and so has its place for a key. */
function eachOf<Part>(parts: readonly Part[], show: (part: Part) => ReactNode): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
  return parts.map((part, index) => <Fragment key={index}>{show(part)}</Fragment>);
}
