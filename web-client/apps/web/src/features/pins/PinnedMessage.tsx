import { seenAs } from '@parley/client/conversation/hidden';
import type { PinnedMessage as Pinned } from '@parley/protocol/types';
import { PinOff } from 'lucide-react';
import { useEffect } from 'react';
import { briefText } from '@/shared/message/briefText';
import { nameOf } from '@/shared/person/nameOf';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './Pins.module.css';

interface PinnedMessageProps {
  conversation: string;
  pinned: Pinned;
  mayUnpin: boolean;
  close(): void;
}

export function PinnedMessage({ conversation, pinned, mayUnpin, close }: PinnedMessageProps) {
  const words = useWords();
  const { history, commands } = useEngine();
  const { number, sequence } = pinned;
  const message = useChat(({ conversations }) => seenAs(conversations[conversation], number));
  const people = useChat((state) => state.people);
  const brief = useChat((state) => message && briefText(state, state.conversations[conversation], message));
  const isMissing = message === undefined;
  useEffect(() => {
    if (isMissing) history.loadOne(conversation, number);
  }, [history, conversation, number, isMissing]);
  if (message === null) return null;
  return (
    <li className={css.pinned}>
      <button
        type="button"
        className={css.jump}
        onClick={() => {
          close();
          go({ page: 'conversation', conversation, number });
        }}
      >
        <bdi className={css.author}>{message ? nameOf(people[message.author]) : '…'}</bdi>
        <span className={css.text} dir="auto">
          {brief}
        </span>
      </button>
      {mayUnpin ? (
        <IconButton
          icon={PinOff}
          label={words('pins.unpin')}
          onPress={() =>
            commands.ask('pin', { conversation, message: pinned.message, number, sequence, pinned: false })
          }
        />
      ) : null}
    </li>
  );
}
