import type { Conversation } from '@parley/client/conversation/ChatState';
import { USUAL } from '@parley/client/conversation/roles';
import type { GroupSettings } from '@parley/protocol/types';
import { useMutation } from '@tanstack/react-query';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { changeSettings } from './api/changeGroup';

const RIGHTS = {
  add: 'groups.settings.add',
  write: 'groups.settings.write',
  edit: 'groups.settings.edit',
  mention: 'groups.settings.mention',
} as const;

interface GroupSettingsFormProps {
  conversation: Conversation;
  done(): void;
}

/** What a group lets its members do. A choice is told to everybody at once. */
export function GroupSettingsForm({ conversation, done }: GroupSettingsFormProps) {
  const words = useWords();
  const { conversation: id, settings = USUAL } = conversation;
  const save = useMutation({ mutationFn: (chosen: GroupSettings) => changeSettings(id, chosen) });
  // What was refused goes back to what is so.
  const shown = save.isPending ? save.variables : settings;
  const choose = (change: Partial<GroupSettings>) => save.mutate({ ...shown, ...change });
  return (
    <>
      {save.error ? <Notice look="problem">{problemWords(save.error)}</Notice> : null}
      {(['add', 'write', 'edit', 'mention'] as const).map((right) => (
        <Choice
          key={right}
          label={words(RIGHTS[right])}
          value={shown[right] ?? 'member'}
          options={[
            ['owner', words('groups.settings.owners')],
            ['admin', words('groups.settings.admins')],
            ['member', words('groups.settings.everyone')],
          ]}
          choose={(role) => choose({ [right]: role })}
        />
      ))}
      <Choice
        label={words('groups.settings.approval')}
        value={shown.approval ? 'asks' : 'joins'}
        options={[
          ['joins', words('groups.settings.approval.joins')],
          ['asks', words('groups.settings.approval.asks')],
        ]}
        choose={(chosen) => choose({ approval: chosen === 'asks' })}
      />
      <Choice
        label={words('groups.settings.history')}
        value={shown.history}
        options={[
          ['joining', words('groups.settings.history.joining')],
          ['start', words('groups.settings.history.start')],
        ]}
        choose={(history) => choose({ history })}
      />
      <p>{words('groups.settings.history.what')}</p>
      <Answers>
        <Button look="quiet" onPress={done}>
          {words('groups.back')}
        </Button>
      </Answers>
    </>
  );
}
