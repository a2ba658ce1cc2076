package chat.parley.events;

/** How far one member has received and read one conversation: watermarks by message number. */
public sealed interface ReadCursorEvent extends ParleyEvent permits MessagesDelivered, MessagesRead {

    ConversationId conversation();

    UserId member();

    /** Every message up to this number, which a later event of the kind never lowers. */
    long upTo();

    /** Whether the other members are told; else it concerns nobody but the member. */
    boolean disclosed();

    @Override
    default StreamId stream() {
        return StreamId.readCursor(conversation(), member());
    }
}
