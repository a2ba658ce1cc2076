import { nameOf } from '@/shared/person/nameOf';
import { useChat } from '@/shared/sync/useChat';
import { useWords } from '@/shared/words/useWords';
import { listed } from '@/shared/words/words';
import css from './GroupCall.module.css';
import type { GroupCall } from './GroupCallsState';
import { useComings } from './useComings';

/** So many are told by name, the others by their number. */
const NAMED = 3;

/** Tells who came to the call and who left it, together where many do. */
export function GroupCallComings({ call }: { call: GroupCall }) {
  const words = useWords();
  const comings = useComings(call.connected ? call.feeds.map(({ user }) => user) : null);
  const came = useNames(comings?.came ?? []);
  const went = useNames(comings?.went ?? []);
  return (
    <p role="status" className={css.comings}>
      {comings?.came.length ? <span>{words('calls.group.came', { names: came })}</span> : null}
      {comings?.went.length ? <span>{words('calls.group.went', { names: went })}</span> : null}
    </p>
  );
}

function useNames(people: readonly string[]): string {
  const words = useWords();
  const known = useChat((state) => state.people);
  const names = people.slice(0, NAMED).map((user) => nameOf(known[user]));
  const more = people.length - names.length;
  return listed(more > 0 ? [...names, words('calls.group.others', { count: more })] : names);
}
