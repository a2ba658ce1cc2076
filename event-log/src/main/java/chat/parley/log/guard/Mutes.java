package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import chat.parley.events.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who may say nothing in groups, as of now. */
public interface Mutes {

    /** @param until when they may again */
    record Mute(UserId member, Instant until) {}

    /** Those of each group that are not over, by member; groups without one are left out. */
    Map<ConversationId, List<Mute>> in(Collection<ConversationId> groups);
}
