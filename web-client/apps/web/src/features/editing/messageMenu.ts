import { mayEdit } from '@parley/client/conversation/editMessage';
import { History, Pencil } from 'lucide-react';
import type { MessageAction } from '@/shared/feature/Feature';
import { lazily } from '@/shared/lazy/lazily';

/** What is in the menu of a message. */
export const messageMenu: readonly MessageAction[] = [
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
];
