package chat.parley.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The id of the one direct conversation between two people, the same whoever asks. */
public final class DirectConversation {

    private static final String NAMESPACE = "parley.direct:";

    private static final int VERSION = 8;

    private DirectConversation() {}

    /** A UUIDv8 (RFC 9562) made of the first 122 bits of SHA-256 over the sorted pair. */
    public static ConversationId between(UserId one, UserId other) {
        boolean inOrder = one.value().compareTo(other.value()) <= 0;
        String pair = NAMESPACE + (inOrder ? one + ":" + other : other + ":" + one);
        ByteBuffer digest = ByteBuffer.wrap(sha256(pair));
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new ConversationId(new UUID(high, low));
    }

    /** Whether it is a direct one: no other conversation's id has that version. */
    public static boolean is(ConversationId conversation) {
        return conversation.value().version() == VERSION;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
