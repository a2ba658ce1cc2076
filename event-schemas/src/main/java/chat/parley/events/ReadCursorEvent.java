package chat.parley.events;

/** An event of one member's read cursor in a conversation: a watermark by message number. */
public sealed interface ReadCursorEvent extends ParleyEvent permits MessagesDelivered, MessagesRead {

    ConversationId conversation();

    UserId member();

    /** The watermark; a later event of the same kind never lowers it. */
    long upTo();

    /** Whether other members are told; otherwise only the member is. */
    boolean disclosed();

    @Override
    default StreamId stream() {
        return StreamId.readCursor(conversation(), member());
    }
}
