import type { Conversation } from '@parley/client/conversation/ChatState';
import { peerOf } from '@parley/client/conversation/peerOf';
import { useMutation } from '@tanstack/react-query';
import { DialogTrigger } from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { useIsBlocked } from '@/shared/person/useBlocked';
import { useSetBlocked } from '@/shared/person/useSetBlocked';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { answerRequest } from './api/requests';
import { ReportForm } from './ReportForm';
import css from './RequestBar.module.css';

/** In place of the composer where somebody asks to write: what this person does about it, of which the other is told nothing. */
export function RequestBar({ conversation }: { conversation: Conversation }) {
  const words = useWords();
  const { conversation: id, request } = conversation;
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const peer = peerOf({ me, people }, conversation);
  const name = nameOf(peer);
  const blocked = useIsBlocked(peer.user);
  const block = useSetBlocked(peer.user);
  const answer = useMutation({
    mutationFn: (chosen: 'accepted' | 'ignored') => answerRequest(id, chosen),
  });
  const isBusy = answer.isPending || block.isPending;
  const error = answer.error ?? block.error;
  if (blocked) return null;
  return (
    <section className={css.bar} aria-label={words('request.label')}>
      <p>{request === 'ignored' ? words('request.ignored', { name }) : words('request.what', { name })}</p>
      {error ? <Notice look="problem">{problemWords(error)}</Notice> : null}
      <div className={css.answers}>
        <Button isDisabled={isBusy} onPress={() => answer.mutate('accepted')}>
          {words('request.accept')}
        </Button>
        {request === 'ignored' ? null : (
          <Button look="quiet" isDisabled={isBusy} onPress={() => answer.mutate('ignored')}>
            {words('request.ignore')}
          </Button>
        )}
        <Button
          look="quiet"
          isDisabled={isBusy}
          onPress={() => answer.mutate('ignored', { onSuccess: () => block.mutate(true) })}
        >
          {words('request.block')}
        </Button>
        <DialogTrigger>
          <Button look="quiet">{words('request.report')}</Button>
          <ModalDialog title={words('request.report.title', { name })}>
            {(close) => <ReportForm conversation={id} name={name} close={close} />}
          </ModalDialog>
        </DialogTrigger>
      </div>
    </section>
  );
}
