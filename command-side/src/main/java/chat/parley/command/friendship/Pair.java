package chat.parley.command.friendship;

import chat.parley.events.ConversationId;
import chat.parley.events.StreamId;
import chat.parley.events.UserId;

/**
 * Two people, of whom one does something.
 *
 * @param conversation the direct conversation of the two, whether or not there is one
 */
record Pair(ConversationId conversation, UserId by, UserId other) {

    StreamId stream() {
        return StreamId.friendship(conversation);
    }
}
