import { mayEdit } from '@parley/client/conversation/editMessage';
import { History, Pencil } from 'lucide-react';
import type { Feature } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';
import { EditNotice } from './EditNotice';

/** A message of one's own can be given another text; everyone who sees it can look at the texts it had. */
export const editing: Feature = {
  messageActions: [
    {
      id: 'edit',
      icon: Pencil,
      label: (words) => words('editing.action'),
      offered: (state, { conversation, message }) => mayEdit(state, conversation, message),
      run: ({ conversation, message }, engine) => engine.composing.edit(conversation.conversation, message),
    },
    {
      id: 'versions',
      icon: History,
      label: (words) => words('editing.versions'),
      offered: (_, { message }) => message.edited !== undefined,
      Panel: lazily(async () => (await import('./VersionsPanel')).VersionsPanel),
    },
  ],
  belowMessages: [EditNotice],
};
