import { canonical } from '@parley/client/conversation/reactions';
import type { MessageBelowProps } from '@/shared/feature/Feature';
import { Refusal } from '@/shared/message/Refusal';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './Reactions.module.css';
import { useReactions } from './useReactions';

/** The reactions under a message, who gave them, and what of one's own was refused. */
export function Reactions({ conversation, message }: MessageBelowProps) {
  const words = useWords();
  const { commands } = useEngine();
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
      {refused.map((command) => (
        <Refusal
          key={command.key}
          says={words(command.data.given ? 'reactions.not-added' : 'reactions.not-taken-back', {
            emoji: command.data.emoji,
            reason: problemWords(command.reason),
          })}
          again={() => commands.retry(command)}
          leave={() => commands.discard(command)}
          leaving={words('reactions.leave')}
        />
      ))}
    </>
  );
}
