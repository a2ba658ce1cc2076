import type { ArrangementChange } from '@parley/client/conversation/arrangement';
import { arrangementOf, isMuted, WITHOUT_END, wantedNews } from '@parley/client/conversation/arrangement';
import type { Conversation } from '@parley/client/conversation/ChatState';
import { waiting } from '@parley/client/conversation/unread';
import {
  Archive,
  ArchiveRestore,
  Bell,
  BellOff,
  Mail,
  MailCheck,
  Pin,
  PinOff,
  Star,
  StarOff,
} from 'lucide-react';
import type { RefObject } from 'react';
import { Header, MenuSection } from 'react-aria-components';
import type { ConversationEntry } from '@/shared/feature/Feature';
import { go } from '@/shared/routing/route';
import { useRoute } from '@/shared/routing/useRoute';
import { useEngine } from '@/shared/sync/useEngine';
import { showToast } from '@/shared/toast/toasts';
import { MenuEntry } from '@/shared/ui/MenuEntry';
import { MenuPopover } from '@/shared/ui/MenuPopover';
import { useWords } from '@/shared/words/useWords';
import css from './ConversationMenu.module.css';
import { markRead } from './markRead';
import { useArrangement } from './useArrangement';

const NEWS = ['all', 'mentions', 'none'] as const;
const HOUR_MS = 3_600_000;

interface ConversationMenuProps {
  conversation: Conversation;
  /** What it stands beside. */
  anchor: RefObject<Element | null>;
  close(): void;
  /** What there is to see of it. */
  entries?: readonly ConversationEntry[];
  show?(entry: ConversationEntry): void;
}

/** What can be done with a conversation in one's own list. */
export function ConversationMenu({
  conversation: held,
  anchor,
  close,
  entries = [],
  show,
}: ConversationMenuProps) {
  const words = useWords();
  const engine = useEngine();
  const route = useRoute();
  const { conversation } = held;
  const { pinned, archived, favourite, ...rest } = useArrangement(conversation);
  const arranged = { pinned, archived, favourite, ...rest };
  const muted = isMuted(arranged, Date.now());
  const wanted = wantedNews(arranged);
  const isWaiting = waiting(engine.store.getState(), held) > 0;

  function arrange(change: ArrangementChange) {
    engine.commands.ask('arrange', { conversation, change });
    close();
  }

  function muteFor(hours: number) {
    arrange({ mutedUntil: new Date(Date.now() + hours * HOUR_MS).toISOString() });
  }

  function leaveUnread() {
    arrange({ unread: true });
    if (route.page === 'conversation' && route.conversation === conversation) go({ page: 'conversations' });
  }

  function putAway() {
    arrange({ archived: true });
    showToast({
      says: (told) => told('conversations.archived'),
      undo: () => {
        if (arrangementOf(engine.store.getState(), conversation).archived)
          engine.commands.ask('arrange', { conversation, change: { archived: false } });
      },
    });
  }

  return (
    <MenuPopover triggerRef={anchor} isOpen onOpenChange={close} label={words('conversations.options')}>
      {entries.map((entry) => (
        <MenuEntry
          key={entry.id}
          icon={entry.icon}
          onAction={() => {
            close();
            show?.(entry);
          }}
        >
          {entry.label(words)}
        </MenuEntry>
      ))}
      <MenuEntry icon={pinned ? PinOff : Pin} onAction={() => arrange({ pinned: !pinned })}>
        {pinned ? words('conversations.unpin') : words('conversations.pin')}
      </MenuEntry>
      <MenuEntry icon={favourite ? StarOff : Star} onAction={() => arrange({ favourite: !favourite })}>
        {favourite ? words('conversations.favourite.remove') : words('conversations.favourite.add')}
      </MenuEntry>
      {isWaiting ? (
        <MenuEntry
          icon={MailCheck}
          onAction={() => {
            markRead(engine, held);
            close();
          }}
        >
          {words('conversations.mark-read')}
        </MenuEntry>
      ) : (
        <MenuEntry icon={Mail} onAction={leaveUnread}>
          {words('conversations.mark-unread')}
        </MenuEntry>
      )}
      {archived ? (
        <MenuEntry icon={ArchiveRestore} onAction={() => arrange({ archived: false })}>
          {words('conversations.unarchive')}
        </MenuEntry>
      ) : (
        <MenuEntry icon={Archive} onAction={putAway}>
          {words('conversations.archive')}
        </MenuEntry>
      )}
      <MenuSection selectionMode="single" selectedKeys={[wanted]} disallowEmptySelection>
        <Header className={css.heading}>{words('conversations.news')}</Header>
        {NEWS.map((news) => (
          <MenuEntry key={news} id={news} onAction={() => arrange({ news })}>
            {words(`conversations.news.${news}`)}
          </MenuEntry>
        ))}
      </MenuSection>
      {muted ? (
        <MenuEntry icon={Bell} onAction={() => arrange({ mutedUntil: new Date(0).toISOString() })}>
          {words('conversations.unmute')}
        </MenuEntry>
      ) : (
        <MenuSection>
          <Header className={css.heading}>{words('conversations.mute')}</Header>
          <MenuEntry icon={BellOff} onAction={() => muteFor(1)}>
            {words('conversations.mute.hour')}
          </MenuEntry>
          <MenuEntry icon={BellOff} onAction={() => muteFor(8)}>
            {words('conversations.mute.hours')}
          </MenuEntry>
          <MenuEntry icon={BellOff} onAction={() => muteFor(7 * 24)}>
            {words('conversations.mute.week')}
          </MenuEntry>
          <MenuEntry icon={BellOff} onAction={() => arrange({ mutedUntil: WITHOUT_END })}>
            {words('conversations.mute.always')}
          </MenuEntry>
        </MenuSection>
      )}
    </MenuPopover>
  );
}
