package chat.parley.command.conversation;

import chat.parley.events.CallChanged;
import chat.parley.events.CallState;
import chat.parley.events.ConversationId;
import chat.parley.events.MessageId;
import chat.parley.events.UserId;
import java.time.Instant;

/**
 * The call that rings or goes on in a conversation.
 *
 * @param number of the message that stands for it
 * @param sequence of that message
 * @param since when it began to ring, or was accepted
 */
record RingingCall(long number, long sequence, MessageId message, UserId caller, boolean accepted, Instant since) {

    RingingCall accepted(Instant at) {
        return new RingingCall(number, sequence, message, caller, true, at);
    }

    /** @param noted whether it is told how long it lasted */
    CallChanged changed(ConversationId conversation, UserId member, CallState state, Instant now, boolean noted) {
        long seconds = accepted ? Math.max(0, now.getEpochSecond() - since.getEpochSecond()) : 0;
        return new CallChanged(
                conversation, number, sequence, message, member, state, noted ? new CallChanged.Lasted(seconds) : null);
    }
}
