import type { Conversation } from '@parley/client/conversation/ChatState';
import { leads, may, roleOf } from '@parley/client/conversation/roles';
import { ImagePlus, Link, Lock, LogOut, Pencil, Settings, Trash2, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { MuteForm } from '@/shared/muting/MuteForm';
import { useChat } from '@/shared/sync/useChat';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import { AddMembers } from './AddMembers';
import { CloseGroup } from './CloseGroup';
import { DeleteGroup } from './DeleteGroup';
import { GroupDetailsForm } from './GroupDetailsForm';
import { GroupPictureForm } from './GroupPictureForm';
import { GroupSettingsForm } from './GroupSettingsForm';
import css from './Groups.module.css';
import { JoinLinks } from './JoinLinks';
import { LeaveGroup } from './LeaveGroup';
import { MemberRoleForm } from './MemberRoleForm';
import { Members } from './Members';
import { RemoveMember } from './RemoveMember';

type View =
  | { is: 'members' | 'add' | 'leave' | 'details' | 'picture' | 'settings' | 'links' | 'close' | 'delete' }
  | { is: 'remove' | 'role' | 'mute'; member: string };

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
  const { conversation: id, name = '', description, closed, members } = conversation;
  const isOwner = roleOf(conversation, me) === 'owner' && !closed;
  return (
    <ModalDialog title={words('groups.info')} isOpen onOpenChange={close}>
      {() => {
        switch (view.is) {
          case 'add':
            return <AddMembers conversation={conversation} done={back} />;
          case 'leave':
            return <LeaveGroup conversation={conversation} done={back} />;
          case 'details':
            return <GroupDetailsForm conversation={conversation} done={back} />;
          case 'picture':
            return <GroupPictureForm conversation={conversation} done={back} />;
          case 'settings':
            return <GroupSettingsForm conversation={conversation} done={back} />;
          case 'links':
            return <JoinLinks conversation={conversation} done={back} />;
          case 'close':
            return <CloseGroup conversation={conversation} done={back} />;
          case 'delete':
            return <DeleteGroup conversation={conversation} done={back} />;
          case 'role':
            return <MemberRoleForm conversation={conversation} member={view.member} done={back} />;
          case 'mute':
            return <MuteForm conversation={conversation} member={view.member} done={back} />;
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
                {description ? <p className={css.about}>{description}</p> : null}
                {closed ? <Notice look="remark">{words('groups.closed')}</Notice> : null}
                <Members
                  conversation={conversation}
                  remove={(member) => setView({ is: 'remove', member })}
                  changeRole={(member) => setView({ is: 'role', member })}
                  mute={(member) => setView({ is: 'mute', member })}
                />
                <div className={css.ways}>
                  {may(conversation, me, 'add') ? (
                    <Button onPress={() => setView({ is: 'add' })}>
                      <UserRoundPlus size={20} aria-hidden="true" />
                      {words('groups.add')}
                    </Button>
                  ) : null}
                  {leads(roleOf(conversation, me)) && !closed ? (
                    <Button look="quiet" onPress={() => setView({ is: 'links' })}>
                      <Link size={20} aria-hidden="true" />
                      {words('groups.links')}
                    </Button>
                  ) : null}
                  {may(conversation, me, 'edit') ? (
                    <Button look="quiet" onPress={() => setView({ is: 'details' })}>
                      <Pencil size={20} aria-hidden="true" />
                      {words('groups.details')}
                    </Button>
                  ) : null}
                  {may(conversation, me, 'edit') ? (
                    <Button look="quiet" onPress={() => setView({ is: 'picture' })}>
                      <ImagePlus size={20} aria-hidden="true" />
                      {words('groups.picture')}
                    </Button>
                  ) : null}
                  {isOwner ? (
                    <Button look="quiet" onPress={() => setView({ is: 'settings' })}>
                      <Settings size={20} aria-hidden="true" />
                      {words('groups.settings')}
                    </Button>
                  ) : null}
                  {isOwner ? (
                    <Button look="danger" onPress={() => setView({ is: 'close' })}>
                      <Lock size={20} aria-hidden="true" />
                      {words('groups.close')}
                    </Button>
                  ) : null}
                  {closed && roleOf(conversation, me) === 'owner' ? (
                    <Button look="danger" onPress={() => setView({ is: 'delete' })}>
                      <Trash2 size={20} aria-hidden="true" />
                      {words('groups.delete')}
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
