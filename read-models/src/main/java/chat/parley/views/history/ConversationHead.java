package chat.parley.views.history;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one.
 *
 * @param lastSequence the newest sequence of the conversation's stream
 * @param lastNumber the newest message's number, 0 before the first
 * @param lastMessageAt when the newest message was recorded, null before the first; what it says is in {@link Messages} alone
 * @param movedAt position at which something last happened here that everyone sees; what a list is ordered by, since times may be equal
 * @param watermarks of the members that have any
 */
public record ConversationHead(
        ConversationId conversation,
        ConversationKind kind,
        Set<UserId> members,
        Instant started,
        long lastSequence,
        long lastNumber,
        @Nullable Instant lastMessageAt,
        long movedAt,
        Map<UserId, Watermarks> watermarks) {

    public ConversationHead {
        members = Set.copyOf(members);
        watermarks = Map.copyOf(watermarks);
    }

    public Watermarks watermarksOf(UserId member) {
        return watermarks.getOrDefault(member, Watermarks.NONE);
    }

    /** How many messages the member has not read; one's own never count. */
    public long unreadBy(UserId member) {
        return lastNumber - watermarksOf(member).read();
    }
}
