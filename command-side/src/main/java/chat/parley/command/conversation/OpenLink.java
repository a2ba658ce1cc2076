package chat.parley.command.conversation;

import chat.parley.events.JoinLinkId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people may still join a group.
 *
 * @param uses how many more may; null for any number
 * @param until when it ends; null if it does not
 */
record OpenLink(
        JoinLinkId link, @Nullable Integer uses, @Nullable Instant until) {

    boolean isOver(Instant now) {
        return (uses != null && uses <= 0) || (until != null && !now.isBefore(until));
    }

    OpenLink used() {
        return uses == null ? this : new OpenLink(link, uses - 1, until);
    }
}
