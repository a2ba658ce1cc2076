import type { Arrival } from '@parley/client/conversation/ChatState';
import { textOf } from '@parley/client/conversation/content';
import { peerOf } from '@parley/client/conversation/peerOf';
import type { ChatEngine } from '@parley/client/sync/ChatEngine';
import type { BlockedItem } from '@parley/protocol/types';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { filesText } from '@/shared/message/filesText';
import { mayPopUp, newsChoices } from '@/shared/news/newsChoices';
import { nameOf } from '@/shared/person/nameOf';
import { useBlocked } from '@/shared/person/useBlocked';
import { go } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import { pageSurroundings } from '@/shared/sync/pageSurroundings';
import { useEngine } from '@/shared/sync/useEngine';
import { NewsTeller } from './NewsTeller';
import { playNews } from './playNews';
import { showBadge } from './showBadge';

/** Tells of what arrives by a sound and a pop-up, and of what waits by a badge. */
export function News() {
  const engine = useEngine();
  const calling = useStore(engine.index.calling);
  const route = useRoute();
  const open = useRef<string | null>(null);
  open.current = route.page === 'conversation' ? route.conversation : null;
  const blocked = useRef<readonly BlockedItem[] | null>(null);
  blocked.current = useBlocked().data;
  useEffect(() => showBadge(calling), [calling]);
  useEffect(() => () => showBadge(0), []);
  useEffect(() => {
    const teller = new NewsTeller(engine, new BroadcastChannel('parley-news'), {
      looking: () => pageSurroundings.looking,
      open: () => open.current,
      blocks: (user) => blocked.current?.some((each) => each.user === user) ?? false,
      play: () => {
        if (newsChoices.getState().sound) playNews();
      },
      popUp: (arrival) => popUp(engine, arrival),
    });
    return () => teller.close();
  }, [engine]);
  return null;
}

function popUp({ store }: ChatEngine, { conversation, author, content }: Arrival): () => void {
  if (!newsChoices.getState().popUp || !mayPopUp()) return () => {};
  const state = store.getState();
  const held = state.conversations[conversation];
  const name = nameOf(state.people[author]);
  const text = textOf(content) ?? filesText(content) ?? '';
  const inGroup = held?.kind === 'group';
  const shown = new Notification(inGroup && held ? nameOf(peerOf(state, held)) : name, {
    body: inGroup ? `${name}: ${text}` : text,
    tag: conversation,
    icon: '/favicon.svg',
  });
  shown.onclick = () => {
    window.focus();
    go({ page: 'conversation', conversation });
    shown.close();
  };
  return () => shown.close();
}
