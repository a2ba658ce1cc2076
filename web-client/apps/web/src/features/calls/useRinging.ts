import { arrangementOf, isQuiet } from '@parley/client/conversation/arrangement';
import type { ChatState } from '@parley/client/conversation/ChatState';
import { callFate, callTold } from '@parley/client/conversation/calls';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import { useEffect } from 'react';
import { mayPopUp, newsChoices } from '@/shared/news/newsChoices';
import { nameOf } from '@/shared/person/nameOf';
import { shownStatus } from '@/shared/person/shownStatus';
import { go } from '@/shared/routing/route';
import { pageSurroundings } from '@/shared/sync/pageSurroundings';
import { useEngine } from '@/shared/sync/useEngine';
import { spoken } from '@/shared/words/words';
import type { Ring } from './CallsState';
import { ring as playRing } from './sounds';

const TITLE_MS = 1_000;

/** A call is heard, told by the system and named in the title, by one of the tabs; who does not want to be disturbed only sees it. */
export function useRinging(ring: Ring | null): void {
  const engine = useEngine();
  useEffect(() => {
    if (!ring || !engine.leads || isNotToDisturb(engine.store.getState(), ring.conversation)) return;
    const { words } = spoken();
    const name = callerName(engine, ring.conversation);
    const stops = [newsChoices.getState().sound ? playRing() : () => {}];
    if (!pageSurroundings.looking)
      stops.push(popUp(ring.conversation, name, words('calls.incoming', { name })));
    stops.push(inTitle(words('calls.incoming', { name })));
    return () => {
      for (const stop of stops) stop();
      const { conversations, me } = engine.store.getState();
      const fate = callFate(conversations[ring.conversation]?.about[ring.number]);
      const isMissed = fate.by !== me && callTold(fate, false) === 'missed';
      if (isMissed && !pageSurroundings.looking) popUp(ring.conversation, name, words('message.call.missed'));
    };
  }, [engine, ring]);
}

export function isNotToDisturb(state: ChatState, conversation: string): boolean {
  const now = Date.now();
  const { quiet = false } = shownStatus(state.people[state.me]?.status, now) ?? {};
  return quiet || isQuiet(arrangementOf(state, conversation), now);
}

function callerName({ store }: ChatEngine, id: string): string {
  const { conversations, people, me } = store.getState();
  return nameOf(people[conversations[id]?.members.find((member) => member !== me) ?? '']);
}

function popUp(conversation: string, name: string, body: string): () => void {
  if (!newsChoices.getState().popUp || !mayPopUp()) return () => {};
  const shown = new Notification(name, { body, tag: `call ${conversation}`, icon: '/favicon.svg' });
  shown.onclick = () => {
    window.focus();
    go({ page: 'conversation', conversation });
    shown.close();
  };
  return () => shown.close();
}

/** Whoever looks at another tab sees who calls, in turn with what the title is otherwise. */
function inTitle(title: string): () => void {
  let before = document.title;
  const turn = () => {
    if (document.title === title) document.title = before;
    else {
      before = document.title;
      document.title = title;
    }
  };
  turn();
  const timer = setInterval(turn, TITLE_MS);
  return () => {
    clearInterval(timer);
    if (document.title === title) document.title = before;
  };
}
