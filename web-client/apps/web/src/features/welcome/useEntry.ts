import { Problem } from '@parley/client/api/Problem';
import type { SignedIn } from '@parley/protocol/types';
import { useEffect, useState } from 'react';
import { problemWords } from '@/shared/problem/problemWords';
import { goInstead, parseRoute, placeOf } from '@/shared/routing/route';
import { session } from '@/shared/session/session';
import { tellTabs } from '@/shared/session/tabs';

export interface EntryField {
  name: string;
  error: string | undefined;
  onChange(value: string): void;
}

interface Entry {
  pending: boolean;
  /** What is wrong as a whole, as a sentence. */
  problem: string | null;
  /** What a field of this name is given: it says what is wrong with it until it is changed. */
  field(name: string): EntryField;
  enter(form: HTMLFormElement, answer: Promise<SignedIn>): Promise<void>;
  /** Says what is wrong with fields, by name, without asking the server. */
  refuse(form: HTMLFormElement, errors: Record<string, string>): void;
}

/** The end of signing up and signing in: either the session begins or the form says why not. */
export function useEntry(): Entry {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({});

  const [refused, setRefused] = useState<{ form: HTMLFormElement } | null>(null);
  useEffect(() => refused?.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refused]);

  async function enter(form: HTMLFormElement, answer: Promise<SignedIn>): Promise<void> {
    setPending(true);
    setProblem(null);
    setFieldErrors({});
    try {
      const { session: begun } = await session.begin(await answer);
      tellTabs({ news: 'signed-in', session: begun });
      goInstead(placeOf(parseRoute(window.location.hash)));
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      const errors = Object.fromEntries(cause.errors.map(({ field, code }) => [field, problemWords(code)]));
      refuse(form, errors);
      setProblem(Object.keys(errors).length === 0 ? problemWords(cause) : null);
      setPending(false);
    }
  }

  function refuse(form: HTMLFormElement, errors: Record<string, string>): void {
    setProblem(null);
    setFieldErrors(errors);
    setRefused({ form });
  }

  const field = (name: string): EntryField => ({
    name,
    error: fieldErrors[name],
    onChange: () => setFieldErrors(({ [name]: _, ...others }) => others),
  });
  return { pending, problem, field, enter, refuse };
}
