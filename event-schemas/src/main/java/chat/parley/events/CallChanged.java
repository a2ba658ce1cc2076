package chat.parley.events;

import org.jspecify.annotations.Nullable;

/**
 * A call was answered or ended. The message that stands for the call shows the newest of it.
 *
 * @param number of the call's message
 * @param target the sequence at which it was recorded
 * @param message its id, which is the call's
 * @param member who did it; of what nobody did, the one who called
 * @param state what became of the call
 * @param content how long it lasted; null once erased, and where one of the two blocks the other
 */
public record CallChanged(
        ConversationId conversation,
        long number,
        long target,
        MessageId message,
        UserId member,
        CallState state,
        @Nullable Lasted content)
        implements AnnotatesMessage {

    /** @param seconds from its answer to its end; 0 before it was answered */
    public record Lasted(long seconds) {}

    @Override
    public CallChanged withoutContent() {
        return new CallChanged(conversation, number, target, message, member, state, null);
    }
}
