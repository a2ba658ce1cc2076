import { useRoute } from '@/shared/routing/useRoute';
import { useTitle } from './useTitle';

export function Title() {
  const route = useRoute();
  useTitle(route.page === 'conversation' ? route.conversation : null);
  return null;
}
