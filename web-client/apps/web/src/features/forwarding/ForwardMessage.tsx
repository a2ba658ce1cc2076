import { textOf } from '@parley/client/conversation/content';
import { useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, type Selection, useFilter } from 'react-aria-components';
import { copiesOf } from '@/shared/attachments/copiesOf';
import type { MessagePanelProps, MessagesPanelProps } from '@/shared/feature/Feature';
import { briefText } from '@/shared/message/briefText';
import { useEngine } from '@/shared/sync/useEngine';
import { Answers } from '@/shared/ui/Answers';
import { Avatar } from '@/shared/ui/Avatar';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import rows from '@/shared/ui/Rows.module.css';
import { useWords } from '@/shared/words/useWords';
import css from './ForwardMessage.module.css';
import { useWritable } from './useWritable';

/**
 * Sends the text on as a message of one's own: it leads nowhere and names nobody, so whoever reads it learns no more than
 * what was chosen to be sent.
 */
export function ForwardMessage({ conversation, message, done }: MessagePanelProps) {
  return <ForwardMessages conversation={conversation} messages={[message]} done={done} />;
}

/** Several are sent on in the order in which they were said. */
export function ForwardMessages({ conversation, messages, done }: MessagesPanelProps) {
  const words = useWords();
  const { outbox, store } = useEngine();
  const { contains } = useFilter({ sensitivity: 'base' });
  const conversations = useWritable();
  const [chosen, setChosen] = useState<Selection>(new Set());
  const sent = messages.map((message) => ({
    text: textOf(message.content) ?? '',
    files: copiesOf(conversation.conversation, message),
    brief: briefText(store.getState(), conversation, message),
  }));
  const ids = conversations.map(({ id }) => id).filter((id) => chosen === 'all' || chosen.has(id));

  function send() {
    for (const id of ids) for (const { text, files } of sent) outbox.forward(id, text, files());
    done();
  }

  return (
    <ModalDialog title={words('forwarding.question')} isOpen onOpenChange={done}>
      {(close) => (
        <div className={css.form}>
          <p className={css.text} dir="auto">
            {sent.map(({ brief }) => brief).join('\n')}
          </p>
          <Autocomplete filter={contains} disableAutoFocusFirst>
            <Field label={words('forwarding.find')} name="sought" autoComplete="off" autoFocus isRequired />
            <ListBox
              aria-label={words('forwarding.where')}
              className={rows.list ?? ''}
              items={conversations}
              selectionMode="multiple"
              selectedKeys={chosen}
              onSelectionChange={setChosen}
            >
              {({ id, picture, name, username }) => (
                <ListBoxItem id={id} textValue={`${name} ${username}`} className={`${rows.row} ${css.item}`}>
                  <Avatar user={picture} name={name} size={36} />
                  <bdi className={css.name}>{name}</bdi>
                  <span className={css.mark} aria-hidden="true" />
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
          <Answers>
            <Button look="quiet" onPress={close}>
              {words('forwarding.cancel')}
            </Button>
            <Button onPress={send} isDisabled={ids.length === 0}>
              {words('forwarding.do', { count: ids.length })}
            </Button>
          </Answers>
        </div>
      )}
    </ModalDialog>
  );
}
