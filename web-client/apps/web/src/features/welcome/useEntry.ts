import type { SignedIn } from '@parley/protocol/types';
import { useSubmission } from '@/shared/form/useSubmission';
import { goInstead, parseRoute, placeOf, type Route } from '@/shared/routing/route';
import { session } from '@/shared/session/session';
import { tellTabs } from '@/shared/session/tabs';

/**
 * The end of signing up and signing in: either the session begins or the form says why not.
 *
 * @param next where to go, given where somebody wanted to be
 */
export function useEntry(next: (place: Route) => Route = (place) => place) {
  const { submit, ...shown } = useSubmission();

  const enter = (form: HTMLFormElement, answer: Promise<SignedIn>) =>
    submit(form, async () => {
      const { session: begun } = await session.begin(await answer);
      tellTabs({ news: 'signed-in', session: begun });
      goInstead(next(placeOf(parseRoute(window.location.hash))));
    });

  return { ...shown, enter };
}
