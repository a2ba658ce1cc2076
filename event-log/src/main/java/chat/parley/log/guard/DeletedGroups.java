package chat.parley.log.guard;

import chat.parley.events.ConversationId;
import java.util.List;

/** Deleted groups, as of now. */
public interface DeletedGroups {

    /** Those of which something is still to be forgotten, in the order of their ids. */
    List<ConversationId> toForget();
}
