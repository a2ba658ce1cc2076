import { ALL_NAME, EVERYONE } from '@parley/client/conversation/mentions';
import { Fragment, use } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { MentionsContext } from './MentionsContext';
import { VisibleText } from './VisibleText';
import css from './WithMentions.module.css';

/** A text in which everyone who is mentioned is called what they are called now. */
export function WithMentions({ text }: { text: string }) {
  const mentions = use(MentionsContext);
  if (mentions.size === 0 || !text.includes('@')) return <VisibleText text={text} />;
  return piecesOf(text, mentions).map(({ said, user }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are what they are by their place.
    <Fragment key={index}>{user ? <Mentioned user={user} /> : <VisibleText text={said} />}</Fragment>
  ));
}

function Mentioned({ user }: { user: string }) {
  const person = useChat(({ people }) => people[user]);
  const own = useChat(({ me }) => me === user);
  if (user === EVERYONE) return <bdi className={`${css.mention} ${css.own}`}>{`@${ALL_NAME}`}</bdi>;
  const name = `@${nameOf(person)}`;
  if (person?.erased) return <bdi>{name}</bdi>;
  return (
    <button type="button" tabIndex={-1} data-person={user} className={`${css.mention} ${own ? css.own : ''}`}>
      <bdi>{name}</bdi>
    </button>
  );
}

interface Piece {
  said: string;
  user: string | null;
}

function piecesOf(text: string, mentions: ReadonlyMap<string, string>): Piece[] {
  const longestFirst = [...mentions.keys()].sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const found = longestFirst.find((each) => text.startsWith(each, at));
    if (at < from || !found) continue;
    if (at > from) pieces.push({ said: text.slice(from, at), user: null });
    pieces.push({ said: found, user: mentions.get(found) ?? null });
    from = at + found.length;
  }
  if (from < text.length) pieces.push({ said: text.slice(from), user: null });
  return pieces;
}
