import type { ReactNode } from 'react';
import { problemWords } from '@/shared/problem/problemWords';
import { Answers } from '@/shared/ui/Answers';
import { Button } from '@/shared/ui/Button';
import { Notice } from '@/shared/ui/Notice';
import { useWords } from '@/shared/words/useWords';
import css from './Groups.module.css';

interface QuestionProps {
  asks: string;
  explains: string;
  /** What else can be chosen. */
  more?: ReactNode;
  /** What the button is called that does it. */
  answer: string;
  asked: { isPending: boolean; error: Error | null; mutate(): void };
  back(): void;
}

/** Asks before something is done that others see, in the place of what it was chosen from. */
export function Question({ asks, explains, more, answer, asked, back }: QuestionProps) {
  const words = useWords();
  return (
    <>
      {asked.error ? <Notice look="problem">{problemWords(asked.error)}</Notice> : null}
      <h3 className={css.question}>{asks}</h3>
      <p>{explains}</p>
      {more}
      <Answers>
        <Button look="quiet" onPress={back} autoFocus>
          {words('groups.back')}
        </Button>
        <Button look="danger" isDisabled={asked.isPending} onPress={() => asked.mutate()}>
          {answer}
        </Button>
      </Answers>
    </>
  );
}
