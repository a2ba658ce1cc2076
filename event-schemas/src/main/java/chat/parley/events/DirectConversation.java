package chat.parley.events;

import java.util.UUID;

/** What tells the ids of direct conversations from all others. */
public final class DirectConversation {

    private static final int VERSION = 8;

    private DirectConversation() {}

    /** A UUIDv8 (RFC 9562) of 122 of these bits; where they come from is the command side's to know. */
    public static ConversationId ofBits(long high, long low) {
        return new ConversationId(
                new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L));
    }

    /** Whether it is a direct one: no other conversation's id has that version. */
    public static boolean is(ConversationId conversation) {
        return conversation.value().version() == VERSION;
    }
}
