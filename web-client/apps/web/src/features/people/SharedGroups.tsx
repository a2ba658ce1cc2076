import { hrefOf } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { useWords } from '@/shared/words/useWords';
import css from './PersonPanel.module.css';

/** The groups that this person and someone else are in. */
export function SharedGroups({ user, done }: { user: string; done(): void }) {
  const words = useWords();
  const conversations = useChat((state) => state.conversations);
  const shared = Object.values(conversations).filter(
    ({ kind, members }) => kind === 'group' && members.includes(user),
  );
  if (shared.length === 0) return null;
  return (
    <section aria-labelledby="shared-groups" className={css.shared}>
      <h3 id="shared-groups">{words('people.groups', { count: shared.length })}</h3>
      <ul>
        {shared.map(({ conversation, name = '' }) => (
          <li key={conversation}>
            <a className={css.group} href={hrefOf({ page: 'conversation', conversation })} onClick={done}>
              <Avatar user={conversation} name={name} size={32} />
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
