import type { Conversation } from '@parley/client/conversation/ChatState';
import { mutedUntil } from '@parley/client/conversation/mutes';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { momentOf } from '@/shared/time/format';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { muteMember } from './muteMember';

const MINUTES = { hour: 60, day: 1_440, week: 10_080, month: 43_200 } as const;
type Length = keyof typeof MINUTES;

interface MuteFormProps {
  conversation: Conversation;
  member: string;
  done(): void;
}

/** Lets a member of a group say nothing for a while, or speak again. */
export function MuteForm({ conversation, member, done }: MuteFormProps) {
  const words = useWords();
  const name = useChat((state) => nameOf(state.people[member]));
  const [length, setLength] = useState<Length>('day');
  const until = mutedUntil(conversation, member, Date.now());
  const mute = useMutation({
    mutationFn: (minutes: number | null) => muteMember(conversation.conversation, member, minutes),
    onSuccess: done,
  });
  return (
    <>
      {mute.error ? <Notice look="problem">{problemWords(mute.error)}</Notice> : null}
      <h3>{words('muting.title', { name })}</h3>
      <p>{until ? words('muting.is', { name, until: momentOf(until) }) : words('muting.what', { name })}</p>
      <Choice
        label={words('muting.length')}
        value={length}
        options={[
          ['hour', words('muting.hour')],
          ['day', words('muting.day')],
          ['week', words('muting.week')],
          ['month', words('muting.month')],
        ]}
        choose={(chosen) => setLength(chosen)}
      />
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('muting.back')}
        </Button>
        {until ? (
          <Button look="quiet" isDisabled={mute.isPending} onPress={() => mute.mutate(null)}>
            {words('muting.lift')}
          </Button>
        ) : null}
        <Button look="danger" isDisabled={mute.isPending} onPress={() => mute.mutate(MINUTES[length])}>
          {words('muting.do')}
        </Button>
      </Answers>
    </>
  );
}
