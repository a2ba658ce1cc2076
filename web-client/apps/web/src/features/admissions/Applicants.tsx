import type { Conversation } from '@parley/client/conversation/ChatState';
import type { Applicant } from '@parley/protocol/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { nameOf } from '@/shared/person/nameOf';
import { personOf } from '@/shared/person/personOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './Admissions.module.css';
import { admitMember, rejectAdmission } from './api/admissions';
import { applicantsOf, useApplicants } from './useApplicants';

interface ApplicantsProps {
  conversation: Conversation;
  close(): void;
}

/** Who asks to join a group, with what they said, and who is invited and has not answered. */
export function Applicants({ conversation, close }: ApplicantsProps) {
  const words = useWords();
  const items = useApplicants(conversation);
  return (
    <ModalDialog title={words('admissions.waiting')} isOpen onOpenChange={close}>
      {() =>
        items.length === 0 ? (
          <p>{words('admissions.waiting.none')}</p>
        ) : (
          <ul className={css.list} aria-label={words('admissions.waiting')}>
            {items.map((item) => (
              <ApplicantRow key={item.person.user} group={conversation.conversation} item={item} />
            ))}
          </ul>
        )
      }
    </ModalDialog>
  );
}

function ApplicantRow({ group, item: { person, invitedBy, line } }: { group: string; item: Applicant }) {
  const words = useWords();
  const client = useQueryClient();
  const known = useChat((state) => state.people[person.user]);
  const inviting = useChat((state) => (invitedBy ? state.people[invitedBy] : undefined));
  const name = nameOf(known ?? personOf(person));
  const onSettled = () => client.invalidateQueries({ queryKey: applicantsOf(group) });
  const admit = useMutation({ mutationFn: () => admitMember(group, person.user), onSettled });
  const reject = useMutation({ mutationFn: () => rejectAdmission(group, person.user), onSettled });
  const isAnswering = admit.isPending || reject.isPending;
  const problem = admit.error ?? reject.error;
  return (
    <li className={css.item}>
      <Avatar user={person.user} name={name} size={44} />
      <span className={rows.names}>
        <bdi>{name}</bdi>
        {invitedBy ? (
          <span className={rows.username}>{words('admissions.invited-by', { name: nameOf(inviting) })}</span>
        ) : person.username ? (
          <bdi className={rows.username}>@{person.username}</bdi>
        ) : null}
      </span>
      {line ? (
        <p className={css.line}>
          <bdi>{line}</bdi>
        </p>
      ) : null}
      <span className={css.answers}>
        {invitedBy ? null : (
          <Button
            aria-label={words('admissions.admit.named', { name })}
            isDisabled={isAnswering}
            onPress={() => admit.mutate()}
          >
            {words('admissions.admit')}
          </Button>
        )}
        <Button
          look="quiet"
          aria-label={words(invitedBy ? 'admissions.take-back.named' : 'admissions.reject.named', { name })}
          isDisabled={isAnswering}
          onPress={() => reject.mutate()}
        >
          {words(invitedBy ? 'admissions.take-back' : 'admissions.reject')}
        </Button>
      </span>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
    </li>
  );
}
