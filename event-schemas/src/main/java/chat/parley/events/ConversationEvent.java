package chat.parley.events;

/** What every present member of a conversation may see. */
public sealed interface ConversationEvent extends ParleyEvent
        permits DirectConversationStarted,
                GroupCreated,
                MemberAdded,
                MemberLeft,
                MemberRemoved,
                MessageSent,
                MessageDeleted,
                AboutMessage {

    ConversationId conversation();

    /** Who did it. */
    UserId actor();

    @Override
    default StreamId stream() {
        return StreamId.conversation(conversation());
    }
}
