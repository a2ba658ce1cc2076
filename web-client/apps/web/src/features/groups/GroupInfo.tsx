import type { Conversation } from '@parley/client/conversation/ChatState';
import { leads, roleOf } from '@parley/client/conversation/roles';
import { LogOut, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { AddMembers } from './AddMembers';
import css from './Groups.module.css';
import { LeaveGroup } from './LeaveGroup';
import { Members } from './Members';
import { RemoveMember } from './RemoveMember';

type View = { is: 'members' | 'add' | 'leave' } | { is: 'remove'; member: string };

interface GroupInfoProps {
  conversation: Conversation;
  close(): void;
}

/** A group's name and members, and what one may do with them. */
export function GroupInfo({ conversation, close }: GroupInfoProps) {
  const words = useWords();
  const me = useChat((state) => state.me);
  const [view, setView] = useState<View>({ is: 'members' });
  const back = () => setView({ is: 'members' });
  const { conversation: id, name = '', members } = conversation;
  return (
    <ModalDialog title={words('groups.info')} isOpen onOpenChange={close}>
      {() => {
        switch (view.is) {
          case 'add':
            return <AddMembers conversation={conversation} done={back} />;
          case 'leave':
            return <LeaveGroup conversation={conversation} done={back} />;
          case 'remove':
            return <RemoveMember conversation={conversation} member={view.member} done={back} />;
          case 'members':
            return (
              <>
                <div className={css.group}>
                  <Avatar user={id} name={name} size={64} />
                  <div className={rows.names}>
                    <bdi className={css.title}>{name}</bdi>
                    <span className={rows.username}>
                      {words('groups.members', { count: members.length })}
                    </span>
                  </div>
                </div>
                <Members conversation={conversation} remove={(member) => setView({ is: 'remove', member })} />
                <div className={css.ways}>
                  {leads(roleOf(conversation, me)) ? (
                    <Button onPress={() => setView({ is: 'add' })}>
                      <UserRoundPlus size={20} aria-hidden="true" />
                      {words('groups.add')}
                    </Button>
                  ) : null}
                  <Button look="danger" onPress={() => setView({ is: 'leave' })}>
                    <LogOut size={20} aria-hidden="true" />
                    {words('groups.leave')}
                  </Button>
                </div>
              </>
            );
        }
      }}
    </ModalDialog>
  );
}
