package chat.parley.membership;

import chat.parley.events.MemberRole;
import chat.parley.events.UserId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One period of someone's membership in a conversation, in sequences of its stream.
 *
 * @param joined the event that opened it
 * @param left the event that closed it, the last they are told of; null while they are a member
 * @param visibleFrom the first event of the history they may read; not after {@code joined}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipPeriod(
        UserId member, long joined, @Nullable Long left, long visibleFrom, MemberRole role) {

    @JsonIgnore
    public boolean isPresent() {
        return left == null;
    }

    /** The last event they are told of; {@link Long#MAX_VALUE} while they are a member. */
    long last() {
        return left == null ? Long.MAX_VALUE : left;
    }

    boolean covers(long sequence) {
        return joined <= sequence && sequence <= last();
    }
}
