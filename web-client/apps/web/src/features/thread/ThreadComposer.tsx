import type { ThreadAbout } from '@parley/client/conversation/ChatState';
import { useRef, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useComposed } from '@/shared/sync/useComposed';
import { useEngine } from '@/shared/sync/useEngine';
import { closeThread } from '@/shared/threads/openedThread';
import { useWords } from '@/shared/words/useWords';
import css from './ThreadPanel.module.css';
import { Writing } from './Writing';

const EditComposer = lazily(async () => (await import('./EditComposer')).EditComposer);
const ReplyBar = lazily(async () => (await import('./ReplyBar')).ReplyBar);

interface ThreadComposerProps {
  id: string;
  about: ThreadAbout;
}

/** Where answers are written in a thread; each has a draft of its own. */
export function ThreadComposer({ id, about }: ThreadComposerProps) {
  const words = useWords();
  const engine = useEngine();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = `${id}/${about.root.number}`;
  const [typed, setTyped] = useState(() => engine.drafts.get(draft) ?? '');
  const [also, setAlso] = useState(false);
  const composed = useComposed(id);
  const ours =
    composed && composed.message.number < 0 && composed.message.thread?.root.number === about.root.number
      ? composed
      : undefined;
  const answered = ours?.do === 'reply' ? ours.message : null;

  function change(text: string) {
    setTyped(text);
    engine.drafts.set(draft, text);
  }

  function send() {
    const replyTo = answered ? { number: answered.number, sequence: answered.sequence } : undefined;
    const { root, author } = about;
    engine.outbox.writeInThread(id, typed, { root, author }, also, replyTo);
    change('');
    setAlso(false);
    if (answered) engine.composing.end(id);
    area.current?.focus();
  }

  function leave(): boolean {
    if (answered) engine.composing.end(id);
    else closeThread();
    return true;
  }

  const keys = { up: () => {}, escape: leave };
  if (ours?.do === 'edit')
    return (
      <EditComposer
        key={ours.message.message}
        {...{ id, area, keys }}
        message={ours.message}
        text={ours.text}
      />
    );
  return (
    <Writing
      {...{ id, area, typed, change, send, keys }}
      isFocused
      opensKeyboard={answered !== null}
      label={words('threads.write')}
      sending={words('threads.send')}
      above={
        <>
          {answered ? (
            <ReplyBar conversation={id} message={answered} end={() => engine.composing.end(id)} />
          ) : null}
          <label className={css.also}>
            <input type="checkbox" checked={also} onChange={({ target }) => setAlso(target.checked)} />
            {words('threads.also')}
          </label>
        </>
      }
    />
  );
}
