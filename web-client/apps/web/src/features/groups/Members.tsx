import { mayActOn } from '@parley/client/conversation/actingOnMembers';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { mutedUntil } from '@parley/client/conversation/mutes';
import { leads, outranks, roleOf } from '@parley/client/conversation/roles';
import { MessageSquareOff, ShieldUser, UserRoundMinus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFilter } from 'react-aria-components';
import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { momentOf } from '@/shared/time/format';
import { useNow } from '@/shared/time/useNow';
import { Avatar } from '@/shared/ui/Avatar';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './Groups.module.css';
import { roleNames } from './roleNames';

/** From so many on, one is looked for. */
const MANY = 12;

const MINUTE_MS = 60_000;

interface MembersProps {
  conversation: Conversation;
  remove(member: string): void;
  changeRole(member: string): void;
  mute(member: string): void;
}

/** Who is in a group: oneself, then its owners, admins and members by name. */
export function Members({ conversation, remove, changeRole, mute }: MembersProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const people = useChat((state) => state.people);
  const presence = useChat((state) => state.presence);
  const [sought, setSought] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const own = roleOf(conversation, me);
  const now = useNow(MINUTE_MS).getTime();
  const muted = (user: string) => mutedUntil(conversation, user, now);
  const members = useMemo(
    () =>
      conversation.members
        .map((user) => ({
          user,
          person: people[user],
          name: nameOf(people[user]),
          role: roleOf(conversation, user),
        }))
        .sort(
          (a, b) =>
            Number(b.user === me) - Number(a.user === me) ||
            Number(outranks(b.role, a.role)) - Number(outranks(a.role, b.role)) ||
            a.name.localeCompare(b.name),
        ),
    [conversation, people, me],
  );
  const shown = members.filter(
    ({ name, person }) => contains(name, sought) || contains(person?.username ?? '', sought),
  );
  return (
    <>
      {members.length > MANY ? (
        <Field
          label={words('groups.find')}
          name="member"
          value={sought}
          onChange={setSought}
          autoComplete="off"
          isRequired
        />
      ) : null}
      <ul className={css.members} aria-label={words('groups.members.label')}>
        {shown.map(({ user, person, name, role }) => (
          <li key={user} className={css.member}>
            <Avatar
              user={user}
              name={name}
              size={38}
              online={presence[user]?.online ?? false}
              erased={person?.erased}
            />
            <span className={rows.names}>
              <bdi>{user === me ? words('groups.you', { name }) : name}</bdi>
              {person?.username ? <bdi className={rows.username}>@{person.username}</bdi> : null}
              {muted(user) ? (
                <span className={rows.username}>
                  {words('muting.member', { until: momentOf(muted(user) ?? '') })}
                </span>
              ) : null}
            </span>
            {role === 'member' ? null : <span className={css.role}>{words(roleNames[role])}</span>}
            {(user === me ? role !== 'member' : leads(own) && mayActOn(own, role)) &&
            !conversation.closed &&
            !person?.erased ? (
              <IconButton
                icon={ShieldUser}
                label={words('groups.role.of', { name })}
                onPress={() => changeRole(user)}
              />
            ) : null}
            {user !== me &&
            leads(own) &&
            mayActOn(own, role) &&
            role !== 'owner' &&
            !conversation.closed &&
            !person?.erased ? (
              <IconButton
                icon={MessageSquareOff}
                label={words('groups.mute', { name })}
                onPress={() => mute(user)}
              />
            ) : null}
            {user !== me && leads(own) && mayActOn(own, role) ? (
              <IconButton
                icon={UserRoundMinus}
                label={words('groups.remove', { name })}
                onPress={() => remove(user)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
