package chat.parley.events;

import java.util.UUID;

/** Recognizes the ids of direct conversations. */
public final class DirectConversation {

    private static final int VERSION = 8;

    private DirectConversation() {}

    /** A UUIDv8 (RFC 9562) with 122 of these bits. The command side chooses the bits. */
    public static ConversationId ofBits(long high, long low) {
        return new ConversationId(
                new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L));
    }

    /** Whether it is the id of a direct conversation: no other id has version 8. */
    public static boolean is(ConversationId conversation) {
        return conversation.value().version() == VERSION;
    }
}
