import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { reportRequest } from './api/requests';
import css from './RequestBar.module.css';

const LONGEST = 200;

interface ReportFormProps {
  conversation: string;
  /** Whose request it is. */
  name: string;
  close(): void;
}

/** Tells those who run this deployment of a message request, with a reason or without. */
export function ReportForm({ conversation, name, close }: ReportFormProps) {
  const words = useWords();
  const [reason, setReason] = useState('');
  const report = useMutation({ mutationFn: () => reportRequest(conversation, reason) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!report.isPending) report.mutate();
  }

  if (report.isSuccess)
    return (
      <>
        <p>{words('request.reported')}</p>
        <Answers>
          <Button onPress={close}>{words('request.report.done')}</Button>
        </Answers>
      </>
    );
  return (
    <Form className={css.form ?? ''} onSubmit={submit}>
      <p>{words('request.report.what', { name })}</p>
      {report.error ? <Notice look="problem">{problemWords(report.error)}</Notice> : null}
      <Field
        label={words('request.report.reason')}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={LONGEST}
        autoComplete="off"
        autoFocus
      />
      <Answers>
        <Button look="quiet" onPress={close}>
          {words('request.report.cancel')}
        </Button>
        <Button type="submit" isDisabled={report.isPending}>
          {words('request.report.do')}
        </Button>
      </Answers>
    </Form>
  );
}
