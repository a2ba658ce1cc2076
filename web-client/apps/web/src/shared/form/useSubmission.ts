import { Problem } from '@parley/client/api/Problem';
import { useEffect, useState } from 'react';
import { problemWords } from '@/shared/problem/problemWords';

/** What a field is given that is sent. */
export interface SentField {
  name: string;
  error: string | undefined;
  onChange(value: string): void;
}

interface Submission {
  pending: boolean;
  /** What is wrong as a whole, as a sentence. */
  problem: string | null;
  /** What a field of this name is given: it says what is wrong with it until it is changed. */
  field(name: string): SentField;
  submit(form: HTMLFormElement, send: () => Promise<void>): Promise<void>;
  /** Says what is wrong with fields, by name, without asking the server. */
  refuse(form: HTMLFormElement, errors: Record<string, string>): void;
}

/** Sends a form. What is refused is said at its field, the first of which gets the focus; or above, where the form has no such field. */
export function useSubmission(wordsOf: (code: string) => string = problemWords): Submission {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<{ form: HTMLFormElement } | null>(null);
  useEffect(() => refused?.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refused]);

  async function submit(form: HTMLFormElement, send: () => Promise<void>): Promise<void> {
    setPending(true);
    setProblem(null);
    setErrors({});
    try {
      await send();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      refuse(form, Object.fromEntries(cause.errors.map(({ field, code }) => [field, wordsOf(code)])));
      const isTold = cause.errors.some(({ field }) => form.elements.namedItem(field) !== null);
      setProblem(isTold ? null : problemWords(cause));
      setPending(false);
    }
  }

  function refuse(form: HTMLFormElement, told: Record<string, string>): void {
    setProblem(null);
    setErrors(told);
    setRefused({ form });
  }

  const field = (name: string): SentField => ({
    name,
    error: errors[name],
    onChange: () => setErrors(({ [name]: _, ...others }) => others),
  });
  return { pending, problem, field, submit, refuse };
}
