import type { Message } from '@parley/client/conversation/ChatState';
import { mayMentionEveryone } from '@parley/client/conversation/mentions';
import type { ShownLink } from '@parley/client/sync/Outbox';
import { useEffect, useState } from 'react';
import { stage, useStaged } from '@/shared/attachments/staged';
import { useFeatures } from '@/shared/feature/useFeatures';
import { lazily } from '@/shared/lazy/lazily';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import { Writing, type WritingProps } from './Writing';

const ReplyBar = lazily(async () => (await import('./ReplyBar')).ReplyBar);

const LinkBar = lazily(async () => (await import('./LinkBar')).LinkBar);

const MentionEveryone = lazily(async () => (await import('./MentionEveryone')).MentionEveryone);

/** In a larger group it is asked first before everybody is told of something. */
const ASKED_ABOVE = 20;

interface NewMessageProps extends Pick<WritingProps, 'id' | 'area' | 'keys' | 'isFocused'> {
  /** The message that is being answered. */
  answered: Message | null;
}

/** What is typed is kept as the conversation's draft until it is sent. */
export function NewMessage({ id, area, keys, isFocused, answered }: NewMessageProps) {
  const words = useWords();
  const engine = useEngine();
  const [typed, setTyped] = useState(() => engine.drafts.get(id) ?? '');
  /** How many would be told, where that is asked first. */
  const [asking, setAsking] = useState<number | null>(null);
  const files = useStaged(id);
  const above = useFeatures('aboveComposer');
  /** The page that is shown with the message. */
  const [link, setLink] = useState<ShownLink | null>(null);
  const endReply = () => engine.composing.end(id);
  const origin = answered?.number;
  useEffect(() => {
    if (origin !== undefined) area.current?.focus({ preventScroll: true });
  }, [area, origin]);

  function change(text: string) {
    setTyped(text);
    engine.drafts.set(id, text);
    if (text.trim() === '') engine.typing.stopped();
    else engine.typing.typed(id);
  }

  function ask() {
    const { conversations, me } = engine.store.getState();
    const held = conversations[id];
    const calls =
      held && held.members.length > ASKED_ABOVE && /@all\b/i.test(typed) && mayMentionEveryone(held, me);
    if (calls) setAsking(held.members.length - 1);
    else send();
  }

  function send() {
    setAsking(null);
    const replyTo = answered ? { number: answered.number, sequence: answered.sequence } : undefined;
    engine.outbox.write(id, typed, replyTo, link, files);
    stage(id, []);
    setLink(null);
    change('');
    endReply();
    area.current?.focus();
  }

  function leave(): boolean {
    if (!answered) return keys.escape();
    endReply();
    return true;
  }

  return (
    <Writing
      {...{ id, area, isFocused, typed, change }}
      send={ask}
      opensKeyboard={answered !== null}
      keys={{ up: keys.up, escape: leave }}
      label={words('thread.message')}
      sending={words('thread.send')}
      files={files.length}
      above={
        <>
          {answered ? <ReplyBar conversation={id} message={answered} end={endReply} /> : null}
          {above.map((Above, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what features add does not change
            <Above key={i} conversation={id} area={area} />
          ))}
          {/\./.test(typed) && typed.trim() !== '' ? (
            <LinkBar typed={typed} shown={link} show={setLink} />
          ) : null}
          {asking === null ? null : (
            <MentionEveryone count={asking} send={send} leave={() => setAsking(null)} />
          )}
        </>
      }
    />
  );
}
