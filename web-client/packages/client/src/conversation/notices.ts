import { is } from '@parley/protocol/is';
import type { EventView, KnownEventView } from '@parley/protocol/types';
import type { Conversation, Notice, NoticeEvent } from './ChatState';

const NAMES: ReadonlySet<string> = new Set<NoticeEvent['name']>([
  'conversation.group-created.v1',
  'conversation.member-added.v1',
  'conversation.members-added.v1',
  'conversation.member-left.v1',
  'conversation.member-removed.v1',
  'conversation.roles-changed.v1',
  'conversation.mute-changed.v1',
  'conversation.group-details-changed.v1',
  'conversation.group-picture-changed.v1',
  'conversation.group-settings-changed.v1',
  'conversation.group-closed.v1',
  'conversation.join-link-made.v1',
  'conversation.join-link-revoked.v1',
]);

/** Adds what is not among them yet, in sequence. */
export function withNotices(
  notices: Conversation['notices'],
  added: readonly Notice[],
): Conversation['notices'] {
  const held = new Set(notices.map(({ event }) => event.sequence));
  const missing = added.filter(({ event }) => !held.has(event.sequence));
  if (missing.length === 0) return notices;
  return [...notices, ...missing].sort((a, b) => a.event.sequence - b.event.sequence);
}

/** What a page of history tells that happened, each behind the newest of its messages before; a name that is not known is not shown. */
export function noticesOf(
  events: readonly EventView[],
  items: readonly { number: number; sequence: number }[],
  from: number,
): Notice[] {
  return events.flatMap((event): Notice[] => {
    if (!is('KnownEventView', event) || !isNotice(event)) return [];
    const before = items.filter(({ sequence }) => sequence < event.sequence).map(({ number }) => number);
    return [{ after: Math.max(from - 1, ...before), event }];
  });
}

function isNotice(event: KnownEventView): event is NoticeEvent {
  return NAMES.has(event.name);
}
