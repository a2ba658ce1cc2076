import { canonical } from '@parley/client/conversation/reactions';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './Reactions.module.css';
import { useReactions } from './useReactions';

const RefusedReactions = lazily(async () => (await import('./RefusedReactions')).RefusedReactions);

/** The reactions under a message, who gave them, and what of one's own was refused. */
export function Reactions({ conversation, message }: MessageBelowProps) {
  const words = useWords();
  const { me, reactions, refused, change } = useReactions(conversation, message);
  const people = useChat((state) => (reactions.length > 0 ? state.people : null));
  if (message.content.kind === 'gone') return null;
  const nameOfMember = (member: string) => (member === me ? words('person.you') : nameOf(people?.[member]));
  return (
    <>
      {reactions.length > 0 ? (
        <ul
          className={`${css.chips} ${message.author === me ? css.own : ''}`}
          aria-label={words('reactions.label')}
        >
          {reactions.map(({ emoji, members }) => {
            const names = listed(members.map(nameOfMember));
            return (
              <li key={canonical(emoji)} title={names}>
                <button
                  type="button"
                  className={css.chip}
                  aria-label={words('reactions.one', { emoji, count: members.length, names })}
                  aria-pressed={members.includes(me)}
                  onClick={() => change(emoji, !members.includes(me))}
                  tabIndex={-1}
                >
                  <span className={css.emoji}>{emoji}</span> {members.length}
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {refused.length > 0 ? <RefusedReactions refused={refused} /> : null}
    </>
  );
}
