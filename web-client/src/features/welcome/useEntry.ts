import { useState } from 'react';
import { Problem } from '@/shared/api/Problem';
import { go } from '@/shared/routing/route';
import type { SignedIn } from '@/shared/session/SignedIn';
import { adoptSession } from '@/shared/session/sessionStore';
import { tellTabs } from '@/shared/session/tabs';

interface Entry {
  pending: boolean;
  /** What is wrong as a whole, as a sentence. */
  problem: string | null;
  /** What is wrong with single fields, by name. */
  fieldErrors: Record<string, string>;
  enter(answer: Promise<SignedIn>): Promise<void>;
}

/** The end of signing up and signing in: either the session begins or the form says why not. */
export function useEntry(): Entry {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function enter(answer: Promise<SignedIn>): Promise<void> {
    setPending(true);
    setProblem(null);
    try {
      const { session } = adoptSession(await answer);
      tellTabs({ news: 'signed-in', session });
      go({ page: 'conversations' });
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      setProblem(cause);
      setPending(false);
    }
  }

  const fieldErrors = problem?.byField() ?? {};
  const whole = problem && Object.keys(fieldErrors).length === 0 ? problem.message : null;
  return { pending, problem: whole, fieldErrors, enter };
}
