import { is } from '@parley/protocol/is';
import type { EventView } from '@parley/protocol/types';
import type { Conversation } from './ChatState';
import { reduceEvent } from './events';

/** Applies the one event that follows what is applied. Names that are not known only count. */
export function advance(conversation: Conversation, event: EventView): Conversation {
  const { [event.sequence]: _, ...held } = conversation.held;
  const counted = { ...conversation, sequence: event.sequence, held };
  return is('KnownEventView', event) ? reduceEvent(counted, event) : counted;
}
