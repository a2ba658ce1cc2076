package chat.parley.command.conversation;

import chat.parley.events.UserId;

/**
 * That a group was deleted.
 *
 * @param at the sequence of the event
 * @param forgotten the last sequence whose content is gone; -1 before the first
 */
record Deletion(long at, UserId by, long forgotten) {

    Deletion forgotten(long to) {
        return new Deletion(at, by, to);
    }
}
