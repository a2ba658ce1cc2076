import type { Conversation } from '@parley/client/conversation/ChatState';
import type { JoinLinkView } from '@parley/protocol/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Link, Check as Tick, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { problemWords } from '@/shared/problem/problemWords';
import { hrefOf } from '@/shared/routing/route';
import { useCopied } from '@/shared/text/useCopied';
import { dateOf } from '@/shared/time/format';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Check } from '@/shared/ui/Check';
import { Choice } from '@/shared/ui/Choice';
import { IconButton } from '@/shared/ui/IconButton';
import { Loading } from '@/shared/ui/Loading';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { createJoinLink, fetchJoinLinks, revokeJoinLink } from './api/joinLinks';
import css from './Groups.module.css';

interface JoinLinksProps {
  conversation: Conversation;
  done(): void;
}

type Uses = '1' | '10' | 'any';
type Days = '1' | '7' | 'any';

const numberOf = (chosen: Uses | Days) => (chosen === 'any' ? null : Number(chosen));

/** The links by which people join a group: made, copied and revoked. */
export function JoinLinks({ conversation: { conversation }, done }: JoinLinksProps) {
  const words = useWords();
  const client = useQueryClient();
  const [uses, setUses] = useState<Uses>('any');
  const [days, setDays] = useState<Days>('7');
  const [approval, setApproval] = useState(false);
  const key = ['join-links', conversation];
  const { data, error, isPending } = useQuery({ queryKey: key, queryFn: () => fetchJoinLinks(conversation) });
  const again = () => client.invalidateQueries({ queryKey: key });
  const make = useMutation({
    mutationFn: () => createJoinLink(conversation, { uses: numberOf(uses), days: numberOf(days), approval }),
    onSuccess: again,
  });
  const revoke = useMutation({
    mutationFn: (link: string) => revokeJoinLink(conversation, link),
    onSettled: again,
  });
  const problem = error ?? make.error ?? revoke.error;
  return (
    <>
      {problem ? <Notice look="problem">{problemWords(problem)}</Notice> : null}
      <p>{words('groups.links.what')}</p>
      {isPending ? <Loading>{words('groups.links.asking')}</Loading> : null}
      {data && data.items.length > 0 ? (
        <ul className={css.members} aria-label={words('groups.links')}>
          {data.items.map((link) => (
            <LinkRow key={link.link} link={link} revoke={() => revoke.mutate(link.link)} />
          ))}
        </ul>
      ) : null}
      <Choice
        label={words('groups.links.uses')}
        value={uses}
        options={[
          ['1', words('groups.links.uses.some', { count: 1 })],
          ['10', words('groups.links.uses.some', { count: 10 })],
          ['any', words('groups.links.uses.any')],
        ]}
        choose={(chosen) => setUses(chosen)}
      />
      <Choice
        label={words('groups.links.days')}
        value={days}
        options={[
          ['1', words('groups.links.days.some', { count: 1 })],
          ['7', words('groups.links.days.some', { count: 7 })],
          ['any', words('groups.links.days.any')],
        ]}
        choose={(chosen) => setDays(chosen)}
      />
      <Check isSelected={approval} onChange={setApproval}>
        {words('groups.links.approval')}
      </Check>
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
        <Button isDisabled={make.isPending} onPress={() => make.mutate()}>
          <Link size={20} aria-hidden="true" />
          {words('groups.links.make')}
        </Button>
      </Answers>
    </>
  );
}

function LinkRow({
  link: { code, uses, used, until, approval },
  revoke,
}: {
  link: JoinLinkView;
  revoke(): void;
}) {
  const words = useWords();
  const address = `${window.location.origin}${window.location.pathname}${hrefOf({ page: 'join', code })}`;
  const { copied, copy } = useCopied(address);
  return (
    <li className={css.member}>
      <span className={rows.names}>
        <bdi dir="ltr" className={css.link}>
          {address}
        </bdi>
        <span className={rows.username}>
          {uses === undefined
            ? words('groups.links.used', { count: used })
            : words('groups.links.used.of', { count: used, uses })}
          {until ? ` · ${words('groups.links.until', { date: dateOf(until) })}` : null}
          {approval ? ` · ${words('groups.links.approval.on')}` : null}
        </span>
      </span>
      <IconButton
        icon={copied ? Tick : Copy}
        label={copied ? words('groups.links.copied') : words('groups.links.copy')}
        onPress={copy}
      />
      <IconButton icon={Trash2} label={words('groups.links.revoke')} onPress={revoke} />
    </li>
  );
}
