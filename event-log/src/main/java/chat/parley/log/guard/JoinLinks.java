package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.JoinLinkId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The links by which people join groups, without those that were revoked. */
public interface JoinLinks {

    /**
     * @param uses how many may join by it, or null for any number
     * @param used how many have
     * @param until when it ends, or null
     * @param approval whether whoever comes by it asks first
     */
    record JoinLink(
            JoinLinkId link,
            ConversationId conversation,
            UserId madeBy,
            @Nullable Integer uses,
            int used,
            @Nullable Instant until,
            boolean approval) {

        public boolean isUsable(Instant now) {
            return (uses == null || used < uses) && (until == null || now.isBefore(until));
        }
    }

    Optional<JoinLink> find(JoinLinkId link);

    /** Those of a group, in the order of their ids. */
    List<JoinLink> of(ConversationId group);
}
