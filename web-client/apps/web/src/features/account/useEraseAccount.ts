import { Problem } from '@parley/client/api/Problem';
import { useMutation } from '@tanstack/react-query';
import { problemWords } from '@/shared/problem/problemWords';
import { eraseAccount } from '@/shared/session/eraseAccount';

/** Deletes the account of who is signed in; once that is done there is nothing left to show here. */
export function useEraseAccount() {
  const erasing = useMutation({ mutationFn: (password: string) => eraseAccount(password) });
  const wrongPassword = erasing.error instanceof Problem && erasing.error.code === 'wrong_credentials';
  return {
    erase: erasing.mutate,
    pending: erasing.isPending,
    wrongPassword,
    /** Why it was refused otherwise, as a sentence. */
    problem: wrongPassword ? null : erasing.error && problemWords(erasing.error),
    changed: erasing.reset,
  };
}
