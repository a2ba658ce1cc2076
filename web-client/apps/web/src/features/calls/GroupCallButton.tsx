import type { Conversation } from '@parley/client/conversation/ChatState';
import { liveGroupCall, mayCallGroup } from '@parley/client/conversation/calls';
import { mutedUntil } from '@parley/client/conversation/mutes';
import { Phone, Video } from 'lucide-react';
import { useStore } from 'zustand';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import { callsOf } from './callsOf';
import css from './GroupCall.module.css';
import { groupCallsOf } from './groupCallsOf';

/** Begins the call of a group, or joins the one that goes on. */
export function GroupCallButton({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const engine = useEngine();
  const groups = groupCallsOf(engine);
  const may = useChat((state) => mayCallGroup(state, conversation));
  const muted = useChat(({ me }) => mutedUntil(conversation, me, Date.now()) !== null);
  const isCalling = useStore(callsOf(engine).store, ({ call }) => call !== null && call.step !== 'ended');
  const own = useStore(groups.store, ({ call }) =>
    call && call.step !== 'ended' ? call.conversation : null,
  );
  if (conversation.kind !== 'group' || own === conversation.conversation) return null;
  const isBusy = isCalling || own !== null;
  const join = (video: boolean) => void groups.join(conversation.conversation, video);
  if (liveGroupCall(conversation))
    return muted ? null : (
      <span className={css.join}>
        <Button isDisabled={isBusy} onPress={() => join(false)}>
          <Phone size={18} aria-hidden="true" /> <span>{words('calls.group.join')}</span>
        </Button>
      </span>
    );
  if (!may) return null;
  return (
    <>
      <IconButton
        icon={Phone}
        label={words('calls.group.start')}
        isDisabled={isBusy}
        onPress={() => join(false)}
      />
      <IconButton
        icon={Video}
        label={words('calls.group.start.video')}
        isDisabled={isBusy}
        onPress={() => join(true)}
      />
    </>
  );
}
