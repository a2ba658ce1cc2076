import { useState } from 'react';
import type { SentField } from '@/shared/form/useSubmission';
import { problemWords } from '@/shared/problem/problemWords';
import { isBeyondRepair, refusalOf, type Strength, strengthOf } from './rules';

type Name = Parameters<typeof refusalOf>[0];

interface CheckedField extends SentField {
  onBlur(): void;
}

/** Says while a field is typed what cannot become right, and once it was left what is not right. */
export function useChecks(field: (name: string) => SentField) {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const [left, setLeft] = useState<readonly Name[]>([]);
  const username = typed.username ?? '';

  function checked(name: Name): CheckedField {
    const entry = field(name);
    const value = typed[name] ?? '';
    const refusal = value === '' ? null : refusalOf(name, value, username);
    const told = refusal !== null && (left.includes(name) || isBeyondRepair(name, value));
    return {
      ...entry,
      error: entry.error ?? (told ? problemWords(refusal) : undefined),
      onChange(now) {
        entry.onChange(now);
        setTyped((before) => ({ ...before, [name]: now }));
      },
      onBlur: () => setLeft((before) => [...before, name]),
    };
  }

  const strength: Strength = strengthOf(typed.password ?? '', username);
  return { checked, strength };
}
