import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { MessagePanelProps } from '@/shared/feature/Feature';
import { nameOf } from '@/shared/person/nameOf';
import { problemWords } from '@/shared/problem/problemWords';
import { useChat } from '@/shared/sync/useChat';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Choice } from '@/shared/ui/Choice';
import { Field } from '@/shared/ui/Field';
import { ModalDialog } from '@/shared/ui/ModalDialog';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { reportMember, reportMessage } from './api/reports';
import css from './Moderation.module.css';

const LONGEST = 200;

type What = 'message' | 'person';

/** Reports a message, or who wrote it, to those who lead the group. */
export function ReportMessage({ conversation: { conversation }, message, done }: MessagePanelProps) {
  const words = useWords();
  const name = useChat((state) => nameOf(state.people[message.author]));
  const [what, setWhat] = useState<What>('message');
  const [line, setLine] = useState('');
  const report = useMutation({
    mutationFn: () =>
      what === 'message'
        ? reportMessage(conversation, message, { line: line.trim() })
        : reportMember(conversation, message.author, { line: line.trim() }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!report.isPending) report.mutate();
  }

  return (
    <ModalDialog title={words('moderation.report.title')} isOpen onOpenChange={done}>
      {(close) =>
        report.isSuccess ? (
          <>
            <Notice look="remark">{words('moderation.reported')}</Notice>
            <Button onPress={close}>{words('moderation.close')}</Button>
          </>
        ) : (
          <Form className={css.form ?? ''} onSubmit={submit}>
            {report.error ? <Notice look="problem">{problemWords(report.error)}</Notice> : null}
            <p>{words('moderation.report.what', { name })}</p>
            <Choice
              label={words('moderation.report.about')}
              value={what}
              options={[
                ['message', words('moderation.report.message')],
                ['person', words('moderation.report.person', { name })],
              ]}
              choose={(chosen) => setWhat(chosen)}
            />
            <Field
              label={words('moderation.report.line')}
              name="line"
              value={line}
              onChange={setLine}
              maxLength={LONGEST}
              autoComplete="off"
              autoFocus
            />
            <Answers>
              <Button look="quiet" onPress={close}>
                {words('moderation.cancel')}
              </Button>
              <Button type="submit" isDisabled={report.isPending}>
                {words('moderation.report')}
              </Button>
            </Answers>
          </Form>
        )
      }
    </ModalDialog>
  );
}
