import { is } from '@parley/protocol/is';
import type { EventView } from '@parley/protocol/types';
import { withoutWordsOfErased } from './about';
import type { ChatState } from './ChatState';
import { isErased } from './erasedPerson';

/** An event as it may be kept: what someone wrote can be on its way still when their account is gone. */
export function withoutErasedText(people: ChatState['people'], event: EventView): EventView {
  if (is('KnownAboutView', event)) return withoutWordsOfErased(people, event);
  if (is('ReplySentEventView', event) && isErased(people, event.data.author))
    return { ...event, data: { ...event.data, content: null } };
  if (!is('MessageSentEventView', event) || !isErased(people, event.data.author)) return event;
  return { ...event, data: { ...event.data, content: null } };
}
