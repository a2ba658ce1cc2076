import { moderates } from '@parley/client/conversation/actingOnMembers';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { roleOf } from '@parley/client/conversation/roles';
import type { ReportItem } from '@parley/protocol/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeMember } from '@/shared/groups/removeMember';
import { MuteForm } from '@/shared/muting/MuteForm';
import { nameOf } from '@/shared/person/nameOf';
import { personOf } from '@/shared/person/personOf';
import { problemWords } from '@/shared/problem/problemWords';
import { go } from '@/shared/routing/route';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { settleReport } from './api/reports';
import css from './Moderation.module.css';
import { reportsOf } from './useReports';

interface ReportRowProps {
  group: Conversation;
  item: ReportItem;
  close(): void;
}

/** Who reports whom, why, and what the message says; with what can be done. */
export function ReportRow({
  group,
  item: { report, reporter, about, message, line },
  close,
}: ReportRowProps) {
  const words = useWords();
  const { commands } = useEngine();
  const client = useQueryClient();
  const { conversation, members } = group;
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const name = nameOf(people[about.user] ?? personOf(about));
  const by = nameOf(people[reporter.user] ?? personOf(reporter));
  const again = () => client.invalidateQueries({ queryKey: reportsOf(conversation) });
  const settle = useMutation({ mutationFn: () => settleReport(conversation, report), onSettled: again });
  const remove = useMutation({
    mutationFn: (ban: boolean) => removeMember(conversation, about.user, ban),
    onSettled: again,
  });
  const [isMuting, setMuting] = useState(false);
  const problem = settle.error ?? remove.error;
  const acts = moderates(group, me, about.user);

  function show(number: number) {
    close();
    go({ page: 'conversation', conversation, number });
  }

  if (isMuting)
    return (
      <li className={css.item}>
        <MuteForm conversation={group} member={about.user} done={() => setMuting(false)} />
      </li>
    );
  return (
    <li className={css.item}>
      <p>
        {message
          ? words('moderation.row.message', { by, name })
          : words('moderation.row.person', { by, name })}
      </p>
      {line ? (
        <p className={css.line}>
          <bdi>{line}</bdi>
        </p>
      ) : null}
      {message ? (
        <blockquote className={css.quote}>
          {message.text === undefined ? words('moderation.row.gone') : <bdi>{message.text}</bdi>}
        </blockquote>
      ) : null}
      <span className={css.answers}>
        {message ? (
          <Button look="quiet" onPress={() => show(message.number)}>
            {words('moderation.show')}
          </Button>
        ) : null}
        {acts && message?.text !== undefined ? (
          <Button
            look="danger"
            onPress={() =>
              commands.ask('delete-message', {
                conversation,
                message: message.message,
                number: message.number,
                sequence: message.sequence,
                author: about.user,
              })
            }
          >
            {words('moderation.delete')}
          </Button>
        ) : null}
        {acts && members.includes(about.user) ? (
          <>
            {roleOf(group, about.user) === 'owner' ? null : (
              <Button look="quiet" onPress={() => setMuting(true)}>
                {words('moderation.mute', { name })}
              </Button>
            )}
            <Button look="danger" isDisabled={remove.isPending} onPress={() => remove.mutate(false)}>
              {words('moderation.remove', { name })}
            </Button>
            <Button look="danger" isDisabled={remove.isPending} onPress={() => remove.mutate(true)}>
              {words('moderation.ban', { name })}
            </Button>
          </>
        ) : null}
        <Button isDisabled={settle.isPending} onPress={() => settle.mutate()}>
          {words('moderation.settle')}
        </Button>
      </span>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
    </li>
  );
}
