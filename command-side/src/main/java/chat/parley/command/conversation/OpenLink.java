package chat.parley.command.conversation;

import chat.parley.events.JoinLinkId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link by which people may still join a group.
 *
 * @param uses how many more may; none for any number
 * @param until when it ends; none if it does not
 * @param approval whether whoever comes by it asks first
 */
record OpenLink(JoinLinkId link, Optional<Integer> uses, Optional<Instant> until, boolean approval) {

    boolean isOver(Instant now) {
        return uses.filter(left -> left <= 0).isPresent()
                || until.filter(end -> !now.isBefore(end)).isPresent();
    }

    OpenLink used() {
        return new OpenLink(link, uses.map(left -> left - 1), until, approval);
    }
}
