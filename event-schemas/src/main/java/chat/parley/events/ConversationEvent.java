package chat.parley.events;

/** An event of a conversation, visible to its present members. */
public sealed interface ConversationEvent extends ParleyEvent
        permits DirectConversationStarted,
                GroupCreated,
                MemberAdded,
                MembersAdded,
                MemberLeft,
                MemberRemoved,
                AltersGroup,
                GroupForgotten,
                SentMessage,
                MessageDeleted,
                MessagePinned,
                MessageUnpinned,
                AnnotatesMessage {

    ConversationId conversation();

    /** Who did it. */
    UserId actor();

    @Override
    default StreamId stream() {
        return StreamId.conversation(conversation());
    }
}
