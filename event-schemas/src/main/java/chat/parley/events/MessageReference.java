package chat.parley.events;

/**
 * Another message of the same conversation. It says nothing of what that message holds, so there is nothing to change or to
 * forget here when that message is edited, deleted or erased.
 *
 * @param number the message's
 * @param sequence at which it was recorded
 */
public record MessageReference(long number, long sequence) {}
