import { callFate, callTold, mayCall } from '@parley/client/conversation/calls';
import { Phone, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Video } from 'lucide-react';
import { useStore } from 'zustand';
import type { ContentRenderer } from '@/shared/feature/Feature';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { useWords } from '@/shared/words/useWords';
import css from './CallContent.module.css';
import { callsOf } from './callsOf';
import { lasted } from './lasted';

/** The message that stands for a call: what became of it, how long it lasted, and a way to call again. */
export const CallContent: ContentRenderer<'call'> = ({ content, author, conversation: id, message }) => {
  const words = useWords();
  const calls = callsOf(useEngine());
  const own = useChat((state) => state.me === author);
  const said = useChat((state) => message && state.conversations[id]?.about[message.number]);
  const may = useChat((state) => {
    const conversation = state.conversations[id];
    return conversation !== undefined && mayCall(state, conversation);
  });
  const other = useChat((state) => state.conversations[id]?.members.find((member) => member !== state.me));
  const blocked = useIsBlocked(other ?? '');
  const isGroup = useChat((state) => state.conversations[id]?.kind === 'group');
  const isBusy = useStore(calls.store, ({ call }) => call !== null && call.step !== 'ended');
  const fate = callFate(said ?? []);
  const told = callTold(fate, own);
  const missed = told === 'missed';
  const isLive = fate.state === 'ringing' || fate.state === 'accepted';
  const Icon = missed
    ? PhoneMissed
    : told !== 'call'
      ? PhoneOff
      : content.video
        ? Video
        : fate.state === 'accepted'
          ? Phone
          : own
            ? PhoneOutgoing
            : PhoneIncoming;
  const title =
    fate.state === 'accepted' || (isGroup && isLive)
      ? words('calls.going')
      : told === 'call' && content.video
        ? words('calls.video')
        : words(`message.call.${told}`);
  return (
    <span className={css.call}>
      <span className={`${css.icon} ${missed ? css.missed : ''}`}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <span>
        {title}
        {fate.state === 'completed' && fate.seconds !== null ? (
          <span className={css.lasted}> · {lasted(fate.seconds)}</span>
        ) : null}
      </span>
      {may && !blocked && !isLive ? (
        <button
          type="button"
          tabIndex={-1}
          className={css.again}
          disabled={isBusy}
          onClick={() => void calls.start(id, content.video)}
        >
          {words(own ? 'calls.again' : 'calls.back')}
        </button>
      ) : null}
    </span>
  );
};
