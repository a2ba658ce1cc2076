import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { lazily } from '@/shared/lazy/lazily';
import { useChat } from '@/shared/sync/useChat';
import { useOwnUsername } from '@/shared/sync/useOwnUsername';
import { useSortedConversations } from '@/shared/sync/useSortedConversations';
import { Notice } from '@/shared/ui/Notice';
import { VisuallyHidden } from '@/shared/ui/VisuallyHidden';
import { useWords } from '@/shared/words/useWords';
import { ConversationItem } from './ConversationItem';
import css from './ConversationList.module.css';
import { LazyConversationMenu } from './LazyConversationMenu';
import { LazyFirstRun } from './LazyFirstRun';
import type { ListFilter } from './listFilters';
import { useClearMark } from './useClearMark';
import { useListed } from './useListed';
import { useNamesakes } from './useNamesakes';

const ListFilters = lazily(async () => (await import('./ListFilters')).ListFilters);

export function ConversationList({ open }: { open: string | null }) {
  const username = useOwnUsername();
  const words = useWords();
  const conversations = useSortedConversations();
  const alike = useNamesakes(conversations);
  const [filter, setFilter] = useState<ListFilter>('all');
  const { listed, archived, requests } = useListed(conversations, filter);
  // The last request is answered.
  if (filter === 'requests' && requests === 0) setFilter('all');
  const [opened, setOpened] = useState<string | null>(null);
  const anchor = useRef<Element | null>(null);
  const chosen = conversations.find(({ conversation }) => conversation === opened);
  const clearMark = useClearMark(open);
  const phase = useChat((state) => state.list);
  const list = useRef<HTMLUListElement>(null);

  /** Arrow keys go through the list, as Tab would, only without leaving it. */
  function move(event: KeyboardEvent) {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const active = document.activeElement;
    const at = active instanceof HTMLAnchorElement ? links.indexOf(active) : -1;
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: links.length - 1,
    };
    const target = links[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  function press(event: MouseEvent) {
    if (!(event.target instanceof Element)) return;
    const entry = event.target.closest<HTMLElement>('[data-conversation]');
    const isLink = event.type === 'click' && event.target.closest('a') !== null;
    if (isLink && entry?.dataset.conversation === open) clearMark();
    const button = entry?.querySelector('[data-options]');
    if (!entry || !button || (event.type === 'click' && !button.contains(event.target))) return;
    event.preventDefault();
    anchor.current = button;
    setOpened(entry.dataset.conversation ?? null);
  }

  return (
    <nav className={css.nav} aria-label={words('conversations.label')} onKeyDown={move}>
      {phase === 'failed' ? <Notice look="problem">{words('conversations.failed')}</Notice> : null}
      {phase === 'loading' && conversations.length === 0 ? (
        <div role="status" className={css.placeholder}>
          <VisuallyHidden>{words('conversations.reading')}</VisuallyHidden>
          <i />
          <i />
          <i />
        </div>
      ) : null}
      {phase === 'loaded' && conversations.length === 0 ? (
        <div className={css.none}>
          <LazyFirstRun username={username} />
        </div>
      ) : null}
      {conversations.length > 0 ? (
        <ListFilters chosen={filter} choose={setFilter} archived={archived} requests={requests} />
      ) : null}
      {conversations.length > 0 && listed.length === 0 ? (
        <p className={css.nothing}>{words('conversations.filter.nothing')}</p>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons and links in it hear of keys. */}
      <ul ref={list} className={css.list} onClick={press} onContextMenu={press}>
        {listed.map((conversation) => (
          <ConversationItem
            key={conversation.conversation}
            conversation={conversation}
            isOpen={conversation.conversation === open}
            alike={alike.has(conversation.conversation)}
          />
        ))}
      </ul>
      {chosen ? (
        <LazyConversationMenu conversation={chosen} anchor={anchor} close={() => setOpened(null)} />
      ) : null}
    </nav>
  );
}
