package chat.parley.contracts;

import chat.parley.events.UserId;

/**
 * An erasure that a part has not reported yet.
 *
 * @param position of the event that records the erasure
 */
public record PendingErasure(UserId account, long position) {}
