import type { Conversation, Message } from '@parley/client/conversation/ChatState';
import { messageWith } from '@parley/client/conversation/timeline';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import type { MessageAction } from '@/shared/feature/Feature';
import { useChat } from '@/shared/sync/useChat';
import { useEngine } from '@/shared/sync/useEngine';
import { IconButton } from '@/shared/ui/IconButton';
import { useWords } from '@/shared/words/useWords';
import css from './SelectionBar.module.css';
import { endSelecting } from './selection';
import { useMessageMenu } from './useMessageMenu';

interface SelectionBarProps {
  conversation: Conversation;
  numbers: ReadonlySet<number>;
}

/** What can be done with all the messages that are selected, in the place of the composer. */
export function SelectionBar({ conversation, numbers }: SelectionBarProps) {
  const words = useWords();
  const engine = useEngine();
  const state = useChat((each) => each);
  const actions = useMessageMenu();
  const [chosen, setChosen] = useState<MessageAction | null>(null);
  const messages = [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number): Message[] => {
      const message = messageWith(conversation.timeline, number);
      return message && message.content.kind !== 'gone' ? [message] : [];
    });
  const offered = actions.filter(
    (action) =>
      (action.runAll || action.AllPanel) &&
      messages.length > 0 &&
      messages.every((message) => action.offered(state, { conversation, message })),
  );
  useEffect(() => endSelecting, []);

  function choose(action: MessageAction) {
    action.runAll?.({ conversation, messages }, engine);
    if (action.AllPanel) setChosen(action);
    else endSelecting();
  }

  return (
    <>
      <Toolbar aria-label={words('thread.select.label')} className={css.bar ?? ''}>
        <IconButton icon={X} label={words('thread.select.end')} onPress={endSelecting} />
        <output className={css.count}>{words('thread.select.count', { count: messages.length })}</output>
        {offered.map((action) => (
          <IconButton
            key={action.id}
            icon={action.icon}
            label={action.label(words)}
            onPress={() => choose(action)}
          />
        ))}
      </Toolbar>
      {chosen?.AllPanel ? (
        <chosen.AllPanel conversation={conversation} messages={messages} done={endSelecting} />
      ) : null}
    </>
  );
}
