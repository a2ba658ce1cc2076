package chat.parley.contracts;

import chat.parley.events.UserId;

/** @param position of the event that records the erasure */
public record WaitingErasure(UserId account, long position) {}
