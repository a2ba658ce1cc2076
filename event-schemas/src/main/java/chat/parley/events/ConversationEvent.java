package chat.parley.events;

/** What every present member of a conversation may see. */
public sealed interface ConversationEvent extends ParleyEvent
        permits DirectConversationStarted, MessageSent, MessageDeleted {

    ConversationId conversation();

    @Override
    default StreamId stream() {
        return StreamId.conversation(conversation());
    }
}
