package chat.parley.events;

import java.util.List;

/**
 * The one conversation of a pair came into being.
 *
 * @param members both people, in the order of their ids
 * @param startedBy the one who started it
 */
public record DirectConversationStarted(ConversationId conversation, List<UserId> members, UserId startedBy)
        implements ConversationEvent {

    public DirectConversationStarted {
        members = List.copyOf(members);
    }
}
