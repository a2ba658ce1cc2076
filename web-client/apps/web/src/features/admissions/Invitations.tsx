import type { OwnAdmission } from '@parley/protocol/types';
import { useMutation } from '@tanstack/react-query';
import { nameOf } from '@/shared/person/nameOf';
import { personOf } from '@/shared/person/personOf';
import { problemWords } from '@/shared/problem/problemWords';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './Admissions.module.css';
import { acceptInvitation, declineAdmission } from './api/admissions';
import { ownAdmissions, useOwnAdmissions } from './useOwnAdmissions';

/** The groups one is invited to or asks to join, with what can be answered. */
export function Invitations({ close }: { close(): void }) {
  const words = useWords();
  const items = useOwnAdmissions();
  return (
    <ModalDialog title={words('admissions.invitations')} isOpen onOpenChange={close}>
      {() =>
        items.length === 0 ? (
          <p>{words('admissions.invitations.none')}</p>
        ) : (
          <ul className={css.list} aria-label={words('admissions.invitations')}>
            {items.map((item) => (
              <Invitation key={item.conversation} item={item} close={close} />
            ))}
          </ul>
        )
      }
    </ModalDialog>
  );
}

function Invitation({ item, close }: { item: OwnAdmission; close(): void }) {
  const words = useWords();
  const engine = useEngine();
  const { conversation, name, about, members, invitedBy } = item;
  const known = useChat((state) => (invitedBy ? state.people[invitedBy.user] : undefined));
  const accept = useMutation({
    mutationFn: async () => {
      const { position } = await acceptInvitation(conversation);
      await engine.conversations.load(conversation, position);
    },
    onSuccess: () => {
      close();
      go({ page: 'conversation', conversation });
    },
    onSettled: () => ownAdmissions.again(engine),
  });
  const decline = useMutation({
    mutationFn: () => declineAdmission(conversation),
    onSettled: () => ownAdmissions.again(engine),
  });
  const isAnswering = accept.isPending || decline.isPending;
  const problem = accept.error ?? decline.error;
  return (
    <li className={css.item}>
      <Avatar user={conversation} name={name} size={44} />
      <span className={rows.names}>
        <bdi>{name}</bdi>
        <span className={rows.username}>
          {invitedBy
            ? words('admissions.by', { name: nameOf(known ?? personOf(invitedBy)) })
            : words('admissions.asked')}
          {' · '}
          {words('admissions.members', { count: members })}
        </span>
      </span>
      {about ? <p className={css.line}>{about}</p> : null}
      <span className={css.answers}>
        {invitedBy ? (
          <Button
            aria-label={words('admissions.accept.named', { name })}
            isDisabled={isAnswering}
            onPress={() => accept.mutate()}
          >
            {words('admissions.accept')}
          </Button>
        ) : null}
        <Button
          look="quiet"
          aria-label={words(invitedBy ? 'admissions.decline.named' : 'admissions.withdraw.named', { name })}
          isDisabled={isAnswering}
          onPress={() => decline.mutate()}
        >
          {words(invitedBy ? 'admissions.decline' : 'admissions.withdraw')}
        </Button>
      </span>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
    </li>
  );
}
