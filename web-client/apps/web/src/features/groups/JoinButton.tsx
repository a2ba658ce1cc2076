import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { problemWords } from '@/shared/problem/problemWords';
import { goInstead } from '@/shared/routing/route';
import { useEngine } from '@/shared/sync/useEngine';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import { joinByLink } from './api/joinLinks';
import css from './Groups.module.css';

const LONGEST = 200;

interface JoinButtonProps {
  code: string;
  /** Whether somebody has to agree first. */
  asks: boolean;
  /** What to do when one has asked. */
  onAsked(): void;
}

/** Joins a group by a link and opens it, or asks to. */
export function JoinButton({ code, asks, onAsked }: JoinButtonProps) {
  const words = useWords();
  const engine = useEngine();
  const [line, setLine] = useState('');
  const join = useMutation({
    mutationFn: async () => {
      const joining = await joinByLink(code, line.trim());
      if (!joining.asked) await engine.conversations.load(joining.conversation, joining.position);
      return joining;
    },
    onSuccess: ({ conversation, asked }) => {
      if (asked) onAsked();
      else goInstead({ page: 'conversation', conversation });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!join.isPending) join.mutate();
  }

  if (join.data?.asked) return <Notice look="remark">{words('groups.join.asked')}</Notice>;
  const doing = asks ? words('groups.join.asking-in') : words('groups.join.joining');
  return (
    <Form className={css.form ?? ''} onSubmit={submit}>
      {join.error ? <Notice look="problem">{problemWords(join.error)}</Notice> : null}
      {asks ? (
        <Field
          label={words('groups.join.line')}
          name="line"
          value={line}
          onChange={setLine}
          maxLength={LONGEST}
          autoComplete="off"
        />
      ) : null}
      <Button type="submit" isDisabled={join.isPending}>
        {join.isPending ? doing : words(asks ? 'groups.join.ask' : 'groups.join.do')}
      </Button>
    </Form>
  );
}
