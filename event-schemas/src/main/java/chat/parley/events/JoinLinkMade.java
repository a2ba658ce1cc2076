package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link was made by which people join a group.
 *
 * @param uses how many people may join by it; absent if any number may
 * @param until when it ends; absent if it is good until it is revoked
 * @param approval true if whoever comes by it asks first; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JoinLinkMade(
        ConversationId conversation,
        JoinLinkId link,
        UserId madeBy,
        @Nullable Integer uses,
        @Nullable Instant until,
        @Nullable Boolean approval)
        implements AltersGroup {

    /** Whoever comes by it joins at once. */
    public JoinLinkMade(
            ConversationId conversation,
            JoinLinkId link,
            UserId madeBy,
            @Nullable Integer uses,
            @Nullable Instant until) {
        this(conversation, link, madeBy, uses, until, null);
    }

    @Override
    public UserId actor() {
        return madeBy;
    }
}
