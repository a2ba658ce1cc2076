import { peerOf } from '@parley/client/conversation/peerOf';
import type { FoundPerson } from '@parley/protocol/types';
import { useMemo, useState } from 'react';
import { meantBy } from '@/shared/people/meantBy';
import { useUserSearch } from '@/shared/people/useUserSearch';
import { useChat } from '@/shared/sync/useChat';
import { useSortedConversations } from '@/shared/sync/useSortedConversations';

/** As many as the search answers with. */
const MOST = 6;

const NOBODY: readonly string[] = [];

export interface Picked {
  people: readonly FoundPerson[];
  typed: string;
  setTyped(typed: string): void;
  /** Whom what was typed may mean; before anything is, those who were taken and those one talks to. */
  offered: readonly FoundPerson[];
  nothing: boolean;
  /** Takes someone, or gives them back. */
  toggle(person: FoundPerson): void;
  /** Takes whoever is meant by what was typed. Answers whether anything was. */
  takeFirst(): boolean;
}

/** People who are looked for and taken one after another. */
export function usePicked(without: readonly string[] = NOBODY, first?: FoundPerson): Picked {
  const [people, setPeople] = useState<readonly FoundPerson[]>(first ? [first] : []);
  const [typed, setTyped] = useState('');
  const { people: found, nothing } = useUserSearch(typed);
  const known = useKnown();
  const excluded = useMemo(() => new Set(without), [without]);
  const asked = typed.trim() !== '';
  const isKnown = (person: FoundPerson) => known.some(({ user }) => user === person.user);
  // Who was taken stays in the list, and with it what the field says is the option at hand.
  const offered = asked
    ? found.filter(({ user }) => !excluded.has(user)).slice(0, MOST)
    : [
        ...people.filter((person) => !isKnown(person)),
        ...known.filter(({ user }) => !excluded.has(user)).slice(0, MOST),
      ];

  function toggle(person: FoundPerson) {
    const rest = people.filter(({ user }) => user !== person.user);
    const isTaken = rest.length < people.length;
    setPeople(isTaken ? rest : [...people, person]);
    if (!isTaken) setTyped('');
  }

  function takeFirst() {
    if (!asked) return false;
    const meant = meantBy(typed, offered);
    if (meant && !people.some(({ user }) => user === meant.user)) setPeople([...people, meant]);
    if (meant) setTyped('');
    return true;
  }

  return { people, typed, setTyped, offered, nothing, toggle, takeFirst };
}

/** The others of one's conversations of two. */
function useKnown(): readonly FoundPerson[] {
  const me = useChat((state) => state.me);
  const conversations = useSortedConversations();
  const people = useChat((state) => state.people);
  return useMemo(
    () =>
      conversations
        .filter(({ kind }) => kind === 'direct')
        .map((each) => peerOf({ me, people }, each))
        .filter(({ erased, username }) => !erased && username !== ''),
    [conversations, me, people],
  );
}
