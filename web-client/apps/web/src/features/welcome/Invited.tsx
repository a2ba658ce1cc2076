import { inviterOf, type Route } from '@/shared/routing/route';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';

/** Says whose invitation somebody came by, if they did. */
export function Invited({ place }: { place: Route }) {
  const words = useWords();
  const inviter = inviterOf(place);
  return inviter === null ? null : (
    <Notice look="remark">{words('welcome.invited', { username: inviter })}</Notice>
  );
}
